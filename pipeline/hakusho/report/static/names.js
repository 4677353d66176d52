"use strict";
// The list of names of one document: all mentions that fit a name or a section, also of pieces not loaded yet.
// A name stands for all mentions of what it means: APEC finds アジア太平洋経済協力 too.
const hits = document.getElementById("hits"), MOST = 200;
let names = null, asked = false;

hakusho.names = ([strings, rows]) => {
  names = rows.map(([id, ...numbers]) => {
    const section = numbers.pop(), [value, name, surface, label, status, region, rule] = numbers.map((number) => strings[number]);
    const key = `${label}\n${value || surface}`;
    return { id, value, name, surface, label, status, region, rule, section, key, folded: fold(`${value}\n${name}\n${surface}`) };
  });
  list();
};

function askNames() {
  const script = document.createElement("script");
  script.src = `${reader.dataset.folder}/names.js`;
  document.head.append(script);
}

// A section with those under it: they follow it and are deeper.
function sectionsOf(chosen) {
  const options = [...filters.elements.section.options].slice(1), from = Number(chosen), level = Number(options[from].dataset.level);
  let to = from + 1;
  while (to < options.length && Number(options[to].dataset.level) > level) to += 1;
  return (section) => section >= from && section < to;
}

function fitting(chosen) {
  const labels = new Set(chosen.getAll("label")), words = fold(chosen.get("find")).split(/\s+/).filter(Boolean);
  const inside = chosen.get("section") === "" ? () => true : sectionsOf(chosen.get("section"));
  const meant = new Set(names.filter((one) => words.every((word) => one.folded.includes(word))).map((one) => one.key));
  return names.filter((one) => meant.has(one.key) && labels.has(one.label) && inside(one.section)
    && (!chosen.get("region") || one.region === chosen.get("region")) && (!chosen.get("rule") || one.rule === chosen.get("rule"))
    && !(chosen.has("unresolved") && one.status === "RESOLVED"));
}

function list() {
  const chosen = new FormData(filters);
  if (!chosen.get("find").trim() && chosen.get("section") === "") {
    listed = null;
    hits.replaceChildren();
    applyFilters();
    return;
  }
  if (!names) {
    if (!asked) askNames();
    asked = true;
    return;
  }
  const found = fitting(chosen), groups = new Map();
  for (const one of found) {
    if (!groups.has(one.key)) groups.set(one.key, []);
    groups.get(one.key).push(one);
  }
  listed = new Set(found.map((one) => one.id));
  const head = document.createElement("p");
  head.append(...(found.length ? [`${found.length.toLocaleString("en")} `, label("hits")] : [label("no_hits")]));
  const most = [...groups.values()].sort((a, b) => b.length - a.length).slice(0, MOST);
  hits.replaceChildren(head, ...most.map((group) => drawGroup(group, most.length === 1)));
  applyFilters();
}

function drawGroup(group, open) {
  const details = document.createElement("details"), summary = document.createElement("summary"), name = document.createElement("b");
  name.textContent = group[0].name || group[0].value || group[0].surface;
  summary.append(name, ` ${group.length.toLocaleString("en")}`);
  details.append(summary);
  const fill = () => {
    if (!details.open || details.children.length > 1) return;
    const items = drawHits(group);
    details.append(items);
    quote([...items.children].slice(0, MOST_QUOTED));
  };
  details.addEventListener("toggle", fill);
  details.open = open;
  fill();
  return details;
}

function drawHits(group) {
  const items = document.createElement("ol"), options = filters.elements.section.options;
  for (const one of group) {
    const item = document.createElement("li"), link = document.createElement("a"), where = document.createElement("span");
    link.href = `#${one.id}`;
    link.textContent = one.surface;
    where.className = "quiet";
    where.textContent = one.section < 0 ? "" : ` ${options[one.section + 1].textContent.trim()}`;
    item.append(link, where);
    item.dataset.mention = one.id;
    items.append(item);
  }
  return items;
}

// The words around each mention of a list, from the pieces of the text that hold them.
const MOST_QUOTED = 60, AROUND = 24;
async function quote(items) {
  for (const item of items) {
    const id = item.dataset.mention, number = whereIs.findIndex((ids) => ids.includes(id));
    if (number < 0) continue;
    await load(number);
    const mark = document.getElementById(id), block = mark?.closest(".b");
    if (!block) continue;
    const before = document.createRange(), after = document.createRange(), line = document.createElement("div"), word = document.createElement("b");
    before.setStart(block, 0);
    before.setEndBefore(mark);
    after.setStartAfter(mark);
    after.setEnd(block, block.childNodes.length);
    line.lang = "ja";
    word.textContent = mark.textContent;
    line.append(`…${before.toString().slice(-AROUND)}`, word, `${after.toString().slice(0, AROUND)}…`);
    item.append(line);
  }
}

// Leaving the box changes nothing that typing has not: a list built anew would lose the click that leaves it.
filters.addEventListener("change", (event) => { if (event.target !== filters.elements.find) list(); });
filters.elements.find.addEventListener("input", () => { list(); keepFilters(); });
filters.addEventListener("submit", (event) => event.preventDefault());
if (filters.elements.find.value || filters.elements.section.value) list();
