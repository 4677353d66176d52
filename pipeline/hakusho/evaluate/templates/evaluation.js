const form = document.getElementById("filters"), about = document.getElementById("about");
const marks = Array.from(document.querySelectorAll("mark"));
const chosen = name => new Set(Array.from(form.querySelectorAll(`input[name=${name}]:checked`), box => box.value));
function apply() {
  const kinds = chosen("kind"), labels = chosen("label"), rule = form.elements.rule.value;
  let shown = 0;
  for (const mark of marks) {
    const visible = kinds.has(mark.dataset.kind) && labels.has(mark.dataset.label) && (!rule || mark.dataset.rule === rule);
    mark.classList.toggle("hidden", !visible);
    mark.tabIndex = visible ? 0 : -1;
    shown += visible;
  }
  about.textContent = `${shown} of ${marks.length} mentions shown`;
}
form.addEventListener("change", apply);
form.addEventListener("submit", e => e.preventDefault());
for (const event of ["focusin", "mouseover"]) document.addEventListener(event, e => {
  if (e.target.matches && e.target.matches("mark:not(.hidden)")) about.textContent = e.target.title;
});
