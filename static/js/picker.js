// [data-picker]: narrows a long list of people by name, pinyin initials or delegation; without it the groups fold open.

export function pickers(root) {
  for (const picker of root.querySelectorAll("[data-picker]")) {
    const search = picker.querySelector("[data-picker-search]");
    const input = search.querySelector("input");
    const count = picker.querySelector("[data-picker-count]");
    const items = [...picker.querySelectorAll("[data-picker-item]")];
    const groups = [...picker.querySelectorAll("[data-picker-group]")];
    const wasOpen = new Map(groups.map((group) => [group, group.open]));
    const tell = () => { count.textContent = `已选 ${items.filter((item) => item.querySelector("input").checked).length} 人`; };
    search.hidden = false;
    tell();
    picker.addEventListener("change", tell);
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    input.addEventListener("input", (event) => {
      event.stopPropagation();
      const words = input.value.trim().toLowerCase();
      for (const item of items) item.hidden = Boolean(words) && !item.dataset.pickerItem.toLowerCase().includes(words);
      for (const group of groups) {
        group.hidden = !group.querySelector("[data-picker-item]:not([hidden])");
        group.open = words ? !group.hidden : wasOpen.get(group);
      }
    });
  }
}
