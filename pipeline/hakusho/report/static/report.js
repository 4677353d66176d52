"use strict";
// Shared by all pages: the language switch, and tables that are sorted and searched. No text is ever taken for HTML.
const hakusho = { data: null, table(data) { this.data = data; drawTable(); } };

const stored = {
  get() { try { return localStorage.getItem("hakusho-language"); } catch { return null; } },
  set(value) { try { localStorage.setItem("hakusho-language", value); } catch { /* no storage: the choice is for this page */ } },
};
const wantedLanguage = new URLSearchParams(location.search).get("lang");
let language = wantedLanguage in hakushoTexts ? wantedLanguage : stored.get() || "ja";
// A language that a link asks for stays for the pages that follow.
if (wantedLanguage in hakushoTexts) stored.set(wantedLanguage);

function say(key) { return (hakushoTexts[language] || hakushoTexts.ja)[key] || key; }

function applyLanguage() {
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll("[data-t]")) place.textContent = say(place.dataset.t);
  // Names that the pages have in English too.
  for (const place of document.querySelectorAll("[data-en]")) {
    place.dataset.ja ??= place.textContent;
    place.textContent = language === "en" ? place.dataset.en : place.dataset.ja;
  }
  const button = document.getElementById("language"), other = language === "ja" ? "en" : "ja";
  button.textContent = hakushoTexts[other].language;
  button.lang = other;
  if (hakusho.data) drawTable();
}

document.getElementById("language").addEventListener("click", () => {
  language = language === "ja" ? "en" : "ja";
  stored.set(language);
  applyLanguage();
});

// What was searched and chosen stands in the address, so that a view can be kept and sent.
function remember(chosen) {
  const asked = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(chosen)) { if (value) asked.set(key, value); else asked.delete(key); }
  const query = asked.toString();
  try { history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash); } catch { /* a browser may refuse it for files */ }
}

// --- tables -----------------------------------------------------------------------------------------------------
const ROWS = 100;
const state = { sort: -1, down: false, first: 0, search: "" };

function fold(text) { return String(text).normalize("NFKC").toLowerCase(); }

// --- words of the reader's language for what tables hold as codes ---------------------------------------------------
function country(code) { const names = hakushoCountries[code]; return names ? names[language === "en" ? 1 : 0] : code; }

function worded(column, value) { return value && hakushoTexts.ja[`${column}_${value}`] ? say(`${column}_${value}`) : value; }

// Parties and places: names, with the code of a country as the tip of its name.
function named(text, divider) {
  let parts = text.split(divider).filter(Boolean);
  // 米 USA: the character stands for the country, whose name follows.
  if (divider === " " && parts.length > 1 && parts[0].length === 1 && country(parts[1]) !== parts[1]) parts = parts.slice(1);
  return parts.flatMap((part, index) => {
    // 英国 GBR: the name stands there already.
    if (index && country(part) !== part && parts[index - 1].includes(hakushoCountries[part][0])) return [];
    const made = document.createElement("span");
    made.textContent = country(part);
    if (made.textContent !== part) made.title = part;
    return index ? [divider === ";" ? comma() : " ", made] : [made];
  });
}

function comma() { return language === "en" ? ", " : "、"; }

// A date of a table in words where its code is none that everybody reads: FY2011, 2006-SU, 2011-03/2011-05.
function dated(value) {
  return value.split("/").map((part) => {
    const [, fiscal, year, season] = /^(FY)?(\d{4})(-(?:SP|SU|FA|WI))?$/.exec(part) || [];
    if (fiscal && !season) return language === "en" ? `${say("fiscal_year")} ${year}` : `${year}${say("fiscal_year")}`;
    if (season && !fiscal) return language === "en" ? `${say(`season${season.replace("-", "_")}`)} ${year}` : `${year}年${say(`season${season.replace("-", "_")}`)}`;
    return part;
  }).join(" – ");
}

// An event without a name of its own is told by its kind.
function shownIn(column, row, at, columns) {
  const value = row[at];
  if (typeof value === "number") return [value.toLocaleString("en")];
  if (column === "date") return [dated(value)];
  if (column === "participants") return named(value, ";");
  if (column === "place" || (column === "country" && value.length === 3)) return named(value, " ");
  if (column === "name" && !value && columns.includes("type")) {
    const made = document.createElement("i");
    made.className = "quiet";
    made.textContent = worded("type", row[columns.indexOf("type")]);
    return [made];
  }
  return [worded(column, value)];
}

// --- searching: 2011年3月, 平成23年3月, 2011/3 and March 2011 all find 2011-03 --------------------------------------------
const ERAS = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function iso(year, month, day) { return [year, month, day].filter(Boolean).map((part) => String(part).padStart(2, "0")).join("-"); }

function wordsOf(text) {
  const dated = fold(text)
    .replace(/(明治|大正|昭和|平成|令和)(元|\d{1,2})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/g, (_, era, year, month, day) => iso(ERAS[era] + (year === "元" ? 1 : Number(year)), month, day))
    .replace(/(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/g, (_, ...parts) => iso(...parts.slice(0, 3)))
    .replace(/\b(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?\b/g, (_, ...parts) => iso(...parts.slice(0, 3)))
    .replace(new RegExp(`\\b(${MONTHS.join("|")})[a-z]*\\.?,? (\\d{4})\\b`, "g"), (_, month, year) => iso(year, MONTHS.indexOf(month) + 1));
  const plain = fold(text).split(/\s+/).filter(Boolean), read = dated.split(/\s+/).filter(Boolean);
  return plain.length === read.length ? plain.map((word, index) => [word, read[index]]) : read.map((word) => [word]);
}

function cell(name, content) { const made = document.createElement(name); made.textContent = content; return made; }

function chosenRows() {
  const { rows, columns, hidden } = hakusho.data, words = wordsOf(state.search);
  hakusho.folded ||= rows.map((row) => fold([...row.slice(0, -1), ...codesOf(row, columns)].join("\n")));
  const left = new Set(all && !all.checked ? hidden : []);
  let chosen = rows.map((row, index) => index).filter((index) => !left.has(index) && words.every((either) => either.some((word) => hakusho.folded[index].includes(word))));
  if (state.sort >= 0) {
    const order = new Intl.Collator("ja", { numeric: true });
    const key = (index) => rows[index][state.sort];
    chosen.sort((a, b) => (typeof key(a) === "number" ? key(a) - key(b) : order.compare(key(a), key(b))) || a - b);
    if (state.down) chosen.reverse();
  }
  return chosen;
}

// What a search finds beside the cells: the names of countries and kinds in both languages.
function codesOf(row, columns) {
  return columns.flatMap((column, at) => {
    if (typeof row[at] === "number") return [];
    const codes = column === "participants" ? row[at].split(";") : column === "place" || column === "country" ? row[at].split(" ") : [];
    const key = `${column}_${row[at]}`;
    return [...codes.flatMap((code) => hakushoCountries[code] || []), ...(hakushoTexts.ja[key] ? [hakushoTexts.ja[key], hakushoTexts.en[key]] : [])];
  });
}

function drawTable() {
  const table = document.getElementById("table");
  if (!table) return;
  const { columns, rows } = hakusho.data, chosen = chosenRows();
  // A column that is empty in the whole run says nothing.
  hakusho.filled ||= columns.map((_, at) => rows.length === 0 || rows.some((row) => row[at] !== ""));
  const head = document.createElement("tr");
  columns.forEach((column, index) => {
    if (!hakusho.filled[index]) return;
    const th = document.createElement("th"), button = cell("button", say(column));
    th.scope = "col";
    th.setAttribute("aria-sort", state.sort === index ? (state.down ? "descending" : "ascending") : "none");
    button.type = "button";
    button.dataset.column = column;
    button.addEventListener("click", () => {
      const again = state.sort === index;
      state.down = again ? !state.down : typeof rows[0]?.[index] === "number";
      state.sort = index;
      state.first = 0;
      drawTable();
      document.querySelector(`#table thead button[data-column="${column}"]`).focus();
    });
    if (typeof rows[0]?.[index] === "number") th.className = "n";
    th.append(button);
    head.append(th);
  });
  table.tHead.replaceChildren(head);
  const shown = chosen.slice(state.first, state.first + ROWS).map((index) => {
    const row = document.createElement("tr"), link = rows[index].at(-1);
    rows[index].slice(0, -1).forEach((value, at) => {
      if (!hakusho.filled[at]) return;
      const td = document.createElement("td");
      td.append(...shownIn(columns[at], rows[index], at, columns));
      td.className = typeof value === "number" ? "n" : columns[at];
      if (at === 0 && link) {
        const a = cell("a", td.textContent || "?");
        a.href = link;
        td.replaceChildren(a);
      }
      row.append(td);
    });
    return row;
  });
  table.tBodies[0].replaceChildren(...shown);
  document.getElementById("found").textContent = chosen.length ? `${chosen.length.toLocaleString("en")} ${say("rows")}` : say("no_rows");
  const last = Math.min(state.first + ROWS, chosen.length);
  document.getElementById("place").textContent = chosen.length ? `${state.first + 1}–${last} ${say("of")} ${chosen.length.toLocaleString("en")}` : "";
  document.getElementById("previous").disabled = state.first === 0;
  document.getElementById("next").disabled = last >= chosen.length;
}

const search = document.getElementById("search"), all = document.getElementById("all");
if (all) all.addEventListener("change", () => { state.first = 0; drawTable(); });
if (search) {
  state.search = search.value = new URLSearchParams(location.search).get("q") || "";
  search.addEventListener("input", () => { state.search = search.value; state.first = 0; drawTable(); remember({ q: search.value }); });
  document.getElementById("previous").addEventListener("click", () => { state.first = Math.max(0, state.first - ROWS); drawTable(); });
  document.getElementById("next").addEventListener("click", () => { state.first += ROWS; drawTable(); });
}
// A pair of editions that a link leads to is opened.
function openStep() {
  const step = document.getElementById(location.hash.slice(1));
  if (step?.matches("details.step")) { step.open = true; step.scrollIntoView(); }
}
addEventListener("hashchange", openStep);
openStep();
applyLanguage();
