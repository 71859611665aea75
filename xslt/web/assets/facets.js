// The facets of the calendar: what is chosen within one adds up, between two it narrows.
"use strict";

(() => {
  const form = document.getElementById("ui:facets");
  if (!form) return;
  const items = [...document.querySelectorAll(".calendar li[data-kind]")];
  const cells = [...document.querySelectorAll(".months td[data-month]")];
  const tally = document.getElementById("ui:tally");
  const key = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const several = ["people", "places"];
  const valuesOf = (item, name) => (several.includes(name) ? (item.dataset[name] ?? "").split(" ") : [item.dataset[key(name)] ?? ""]);
  const chosen = () => {
    const facets = new Map();
    for (const { name, value } of form.querySelectorAll("input:checked")) facets.set(name, (facets.get(name) ?? []).concat(value));
    return facets;
  };
  const passes = (item, facets, except) => [...facets].every(([name, values]) => name === except || valuesOf(item, name).some((value) => values.includes(value)));
  const show = () => {
    const facets = chosen();
    let seen = 0;
    for (const item of items) {
      item.hidden = !passes(item, facets);
      if (!item.hidden) seen += 1;
    }
    for (const section of document.querySelectorAll(".calendar .year")) section.hidden = facets.size > 0 && !section.querySelector("li[data-kind]:not([hidden])");
    for (const fieldset of form.querySelectorAll("fieldset")) {
      const name = fieldset.dataset.facet;
      const counts = new Map();
      for (const item of items) if (passes(item, facets, name)) for (const value of valuesOf(item, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
      for (const input of fieldset.querySelectorAll("input")) {
        const count = counts.get(input.value) ?? 0;
        input.closest("label").querySelector("small").textContent = count;
        input.closest("label").classList.toggle("none", count === 0);
      }
    }
    for (const cell of cells) {
      const count = items.filter((item) => !item.hidden && item.dataset.month === cell.dataset.month).length;
      cell.firstElementChild.textContent = count;
      cell.classList.toggle("none", count === 0);
    }
    tally.textContent = facets.size ? `${seen} / ${items.length}` : "";
  };
  const asked = new URLSearchParams(location.search);
  for (const input of form.querySelectorAll("input")) {
    input.checked = asked.getAll(input.name).includes(input.value);
    if (input.checked) input.closest("fieldset details")?.setAttribute("open", "");
  }
  form.addEventListener("change", () => {
    const query = new URLSearchParams([...chosen()].flatMap(([name, values]) => values.map((value) => [name, value])));
    try {
      history.replaceState(history.state, "", location.pathname + (query.size ? `?${query}` : ""));
    } catch {
      // From disk the address may be refused.
    }
    show();
  });
  show();
})();
