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
    told.addEventListener("click", () => show(eventLines(of), text));
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
  return made;
}

function choose(made, of, event) {
  document.querySelector(".m.at")?.classList.remove("at");
  made.classList.add("at");
  history.replaceState(null, "", `#${of[0]}`);
  show([...markLines(of), ...(event ? eventLines(event) : [])], made.textContent);
}

function markLines([id, name, value, status, title, entity, days, rule, features, candidates, region]) {
  return [["label", hakushoTexts.ja[name] ? say(name) : name], ["value", value], ["name", title], ["status", status], ["days", days], ["candidates", candidates],
    ["found_by", rule], ["features", features], ["region", region], ["row", [id, entity].filter(Boolean).join(" · ")]];
}

function eventLines([id, type, name, date, place, parties, outcome]) {
  return [["event", type], ["name", name], ["date", date], ["place", place], ["participants", parties], ["outcome", outcome], ["row", id]];
}

function show(lines, word) {
  const list = document.createElement("dl"), head = document.createElement("p"), close = document.createElement("button");
  head.className = "word";
  head.textContent = word;
  for (const [key, value] of lines) {
    if (!value) continue;
    const dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.append(label(key));
    dd.textContent = value;
    list.append(dt, dd);
  }
  close.type = "button";
  close.append(label("close"));
  close.addEventListener("click", hide);
  details.replaceChildren(head, list, close);
}

function hide() {
  const at = document.querySelector(".m.at");
  at?.classList.remove("at");
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
  const place = document.getElementById(id);
  if (!place) return;
  place.scrollIntoView({ block: place.classList.contains("m") ? "center" : "start" });
  if (place.hakusho) choose(place, place.hakusho.of, place.hakusho.event);
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

filters.addEventListener("change", () => applyFilters());
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
