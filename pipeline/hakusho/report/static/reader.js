"use strict";
// One document: pieces of its text are loaded as scripts when they are reached, since a page opened from the file
// system may not fetch. All text is set as text, never as HTML.
const reader = document.getElementById("reader");
const article = document.getElementById("text"), details = document.getElementById("details"), filters = document.getElementById("filters");
const holders = [], loaded = new Map(), waiting = new Map();
let whereIs = [];
// The ids of the mentions that the list of names shows; null where all are.
let listed = null;

hakusho.index = (index) => {
  whereIs = index;
  index.forEach((ids, number) => {
    const holder = document.createElement("section");
    holder.dataset.chunk = number;
    holder.style.minHeight = "60rem";
    article.append(holder);
    holders.push(holder);
    seen.observe(holder);
  });
  goTo(location.hash.slice(1));
};

hakusho.chunk = (number, content) => {
  const holder = holders[number];
  holder.style.minHeight = "";
  holder.replaceChildren(...content.blocks.flatMap((block) => drawBlock(block, content)));
  loaded.set(number, content);
  applyFilters(holder);
  for (const done of waiting.get(number) || []) done();
  waiting.delete(number);
};

function load(number) {
  if (loaded.has(number)) return Promise.resolve();
  const asked = waiting.has(number);
  const promise = new Promise((done) => waiting.set(number, [...(waiting.get(number) || []), done]));
  if (!asked) {
    const script = document.createElement("script");
    script.src = `${reader.dataset.folder}/${number}.js`;
    document.head.append(script);
  }
  return promise;
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) load(Number(entry.target.dataset.chunk));
}, { rootMargin: "1500px 0px" });

let lastPage = 0;
function drawBlock([region, level, anchors, page, pieces], content) {
  const made = [];
  if (page && page !== lastPage) {
    const leaf = document.createElement("span");
    leaf.className = "leaf";
    leaf.append(label("page"), ` ${page}`);
    made.push(leaf);
  }
  lastPage = page;
  const block = document.createElement(region === "heading" ? `h${Math.min(level + 1, 6) || 2}` : "div");
  block.className = `b ${region}`;
  if (anchors.length) block.id = anchors[0];
  for (const piece of pieces) block.append(typeof piece === "string" ? piece : drawPiece(piece, content));
  return [...made, block];
}

function label(key) {
  const span = document.createElement("span");
  span.dataset.t = key;
  span.textContent = say(key);
  return span;
}

function drawPiece([text, mark, event], content) {
  if (mark < 0) {
    const told = document.createElement("span");
    told.className = "e";
    told.textContent = text;
    told.tabIndex = -1;
    const of = content.events[event];
    told.addEventListener("click", () => tell(of));
    told.dataset.event = of[0];
    told.hakushoEvent = of;
    if (!document.getElementById(of[0])) told.id = of[0];
    return told;
  }
  const made = document.createElement("span"), of = content.marks[mark];
  made.className = `m ${of[1]}${of[3] === "RESOLVED" ? "" : " open"}${event >= 0 ? " e" : ""}`;
  made.textContent = text;
  made.id = of[0];
  made.tabIndex = 0;
  made.setAttribute("role", "button");
  made.addEventListener("click", () => choose(made, of, event >= 0 ? content.events[event] : null));
  made.hakusho = { of, event: event >= 0 ? content.events[event] : null };
  if (event >= 0) made.dataset.event = content.events[event][0];
  return made;
}

function unmark() { for (const at of document.querySelectorAll(".at, .told")) at.classList.remove("at", "told"); }

// An event: all of its text is marked, and its card shown.
function tell(of) {
  unmark();
  const pieces = [...document.querySelectorAll("[data-event]")].filter((piece) => piece.dataset.event === of[0]);
  for (const piece of pieces) piece.classList.add("told");
  history.replaceState(null, "", `#${of[0]}`);
  show(eventLines(of), pieces.map((piece) => piece.textContent).join(""));
}

function choose(made, of, event) {
  unmark();
  made.classList.add("at");
  history.replaceState(null, "", `#${of[0]}`);
  show([...markLines(of), ...(event ? eventLines(event) : [])], made.textContent);
}

// What a rule does in one sentence; the longest beginning of its name that has one.
const WHY = [["org:lexicon", "lexicon"], ["org:head", "head"], ["org:weighed", "weighed"], ["org:alias", "alias"], ["org:definition", "definition"], ["org:reading", "definition"],
  ["org:anaphor", "anaphor"], ["org:quoted", "quoted"], ["org:legal", "legal"], ["org:company", "legal"], ["org:", "listed"], ["names", "names"], ["correction", "correction"],
  ["country:compound", "contraction"], ["country:affix", "contraction"], ["country:list", "contraction"], ["country:", "country"],
  ["date:western", "date"], ["date:wareki", "date"], ["date:digits", "date"], ["date:bracketed", "date"], ["date:", "relative"]];
function why(rule) { const found = WHY.find(([beginning]) => rule.startsWith(beginning)); return found ? say(`why_${found[1]}`) : ""; }

// Each line is [key, value]; a line of three is folded away under "Details".
function markLines([id, name, value, status, title, entity, days, rule, features, candidates, region]) {
  return [["label", hakushoTexts.ja[name] ? say(name) : name], ["value", country(value) === value ? value : `${country(value)} (${value})`], ["name", country(value) === value ? title : ""],
    ["days", days], ["candidates", candidates], ["why", why(rule)],
    ["status", status, 1], ["found_by", rule, 1], ["features", features, 1], ["region", region, 1], ["row", [id, entity].filter(Boolean).join(" · "), 1]];
}

function eventLines([id, type, name, date, place, parties, outcome]) {
  const where = named(place, " ").map((part) => part.textContent ?? part).join(""), who = parties.split(";").map(country).join(comma());
  return [["event", worded("type", type)], ["name", name], ["date", dated(date)], ["place", where], ["participants", who], ["outcome", outcome], ["row", id, 1]];
}

function show(lines, word) {
  const list = document.createElement("dl"), more = document.createElement("dl"), head = document.createElement("p"), close = document.createElement("button");
  head.className = "word";
  head.textContent = word;
  for (const [key, value, folded] of lines) {
    if (!value) continue;
    const dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.append(label(key));
    dd.textContent = value;
    (folded ? more : list).append(dt, dd);
  }
  const rest = document.createElement("details"), summary = document.createElement("summary");
  summary.append(label("details"));
  rest.append(summary, more);
  close.type = "button";
  close.append(label("close"));
  close.addEventListener("click", hide);
  details.replaceChildren(head, list, rest, close);
}

function hide() {
  const at = document.querySelector(".m.at");
  unmark();
  const hint = document.createElement("p");
  hint.className = "quiet";
  hint.append(label("pick"), " ", label("keys"));
  details.replaceChildren(hint);
  at?.focus();
}

async function goTo(id) {
  if (!id) return;
  const number = whereIs.findIndex((ids) => ids.includes(id));
  if (number < 0) return;
  holders[number].scrollIntoView();
  await load(number);
  const place = document.getElementById(id) || document.querySelector(`[data-event="${CSS.escape(id)}"]`);
  if (!place) return;
  place.scrollIntoView({ block: place.matches(".m, .e") ? "center" : "start" });
  const event = place.hakushoEvent || (place.hakusho?.event?.[0] === id ? place.hakusho.event : null);
  if (event) tell(event);
  else if (place.hakusho) choose(place, place.hakusho.of, place.hakusho.event);
}

function applyFilters(within = document) {
  const chosen = new FormData(filters), labels = new Set(chosen.getAll("label")), region = chosen.get("region"), rule = chosen.get("rule");
  document.body.classList.toggle("noevents", !chosen.has("events"));
  for (const made of within.querySelectorAll(".m")) {
    const { of } = made.hakusho;
    const on = labels.has(of[1]) && (!region || of[10] === region) && (!rule || of[7] === rule || of[7].startsWith(`${rule}:`)) && !(chosen.has("unresolved") && of[3] === "RESOLVED") && (!listed || listed.has(of[0]));
    made.classList.toggle("off", !on);
    made.tabIndex = on ? 0 : -1;
  }
}

// The filters stand in the address; a label that is not chosen is named there as hidden.
function keepFilters() {
  const chosen = new FormData(filters), shown = new Set(chosen.getAll("label"));
  const hidden = [...filters.elements.label].map((box) => box.value).filter((name) => !shown.has(name));
  remember({ hide: hidden.join(","), events: chosen.has("events") ? "" : "no", unresolved: chosen.has("unresolved") ? "yes" : "",
    region: chosen.get("region"), rule: chosen.get("rule"), section: chosen.get("section"), find: chosen.get("find").trim() });
}

function restoreFilters() {
  const asked = new URLSearchParams(location.search), hidden = new Set((asked.get("hide") || "").split(","));
  for (const box of filters.elements.label) box.checked = !hidden.has(box.value);
  filters.elements.events.checked = asked.get("events") !== "no";
  filters.elements.unresolved.checked = asked.get("unresolved") === "yes";
  for (const name of ["region", "rule", "section", "find"]) filters.elements[name].value = asked.get(name) || "";
}

restoreFilters();
filters.addEventListener("change", (event) => {
  applyFilters();
  keepFilters();
  const to = event.target === filters.elements.section ? event.target.selectedOptions[0].dataset.anchor : "";
  if (to) goTo(to);
});
addEventListener("hashchange", () => goTo(location.hash.slice(1)));
addEventListener("keydown", (event) => {
  if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") hide();
  if (event.key === "Enter" || event.key === " ") {
    if (event.target.hakusho && !event.target.classList.contains("off")) { event.preventDefault(); event.target.click(); }
  }
  if (event.key === "n" || event.key === "p") {
    const marks = [...document.querySelectorAll(".m:not(.off)")], at = document.querySelector(".m.at");
    const top = marks.findIndex((mark) => mark.getBoundingClientRect().top > 80);
    const next = at ? marks.indexOf(at) + (event.key === "n" ? 1 : -1) : top;
    if (marks[next]) { marks[next].scrollIntoView({ block: "center" }); marks[next].focus(); marks[next].click(); }
  }
});
const index = document.createElement("script");
index.src = `${reader.dataset.folder}/index.js`;
document.head.append(index);
