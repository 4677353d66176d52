"use strict";
// Shared by all pages: the language switch, and tables that are sorted and searched. No text is ever taken for HTML.
const hakusho = { data: null, table(data) { this.data = data; drawTable(); } };

const stored = {
  get() { try { return localStorage.getItem("hakusho-language"); } catch { return null; } },
  set(value) { try { localStorage.setItem("hakusho-language", value); } catch { /* no storage: the choice is for this page */ } },
};
let language = new URLSearchParams(location.search).get("lang") || stored.get() || "ja";

function say(key) { return (hakushoTexts[language] || hakushoTexts.ja)[key] || key; }

function applyLanguage() {
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll("[data-t]")) place.textContent = say(place.dataset.t);
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

// --- tables -----------------------------------------------------------------------------------------------------
const ROWS = 100;
const state = { sort: -1, down: false, first: 0, search: "" };

function fold(text) { return String(text).normalize("NFKC").toLowerCase(); }

function cell(name, content) { const made = document.createElement(name); made.textContent = content; return made; }

function chosenRows() {
  const { rows } = hakusho.data, words = fold(state.search).split(/\s+/).filter(Boolean);
  hakusho.folded = hakusho.folded || rows.map((row) => fold(row.slice(0, -1).join("\n")));
  let chosen = rows.map((row, index) => index).filter((index) => words.every((word) => hakusho.folded[index].includes(word)));
  if (state.sort >= 0) {
    const order = new Intl.Collator("ja", { numeric: true });
    const key = (index) => rows[index][state.sort];
    chosen.sort((a, b) => (typeof key(a) === "number" ? key(a) - key(b) : order.compare(key(a), key(b))) || a - b);
    if (state.down) chosen.reverse();
  }
  return chosen;
}

function drawTable() {
  const table = document.getElementById("table");
  if (!table) return;
  const { columns, rows } = hakusho.data, chosen = chosenRows();
  const head = document.createElement("tr");
  columns.forEach((column, index) => {
    const th = document.createElement("th"), button = cell("button", say(column));
    th.scope = "col";
    th.setAttribute("aria-sort", state.sort === index ? (state.down ? "descending" : "ascending") : "none");
    button.type = "button";
    button.addEventListener("click", () => {
      const again = state.sort === index;
      state.down = again ? !state.down : typeof rows[0]?.[index] === "number";
      state.sort = index;
      state.first = 0;
      drawTable();
      document.querySelectorAll("#table thead button")[index].focus();
    });
    if (typeof rows[0]?.[index] === "number") th.className = "n";
    th.append(button);
    head.append(th);
  });
  table.tHead.replaceChildren(head);
  const shown = chosen.slice(state.first, state.first + ROWS).map((index) => {
    const row = document.createElement("tr"), link = rows[index].at(-1);
    rows[index].slice(0, -1).forEach((value, at) => {
      const td = cell("td", typeof value === "number" ? value.toLocaleString("en") : value);
      if (typeof value === "number") td.className = "n";
      if (at === 0 && link) {
        const a = cell("a", td.textContent);
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

const search = document.getElementById("search");
if (search) {
  state.search = search.value = new URLSearchParams(location.search).get("q") || "";
  search.addEventListener("input", () => { state.search = search.value; state.first = 0; drawTable(); });
  document.getElementById("previous").addEventListener("click", () => { state.first = Math.max(0, state.first - ROWS); drawTable(); });
  document.getElementById("next").addEventListener("click", () => { state.first += ROWS; drawTable(); });
}
applyLanguage();
