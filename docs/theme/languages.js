// Tabs for samples in several languages. The chosen language applies to all samples, and is remembered.
"use strict";

(() => {
    const KEY = "linq-language";
    const NAMES = ["Rust", "Python", "Swift", "Kotlin"];

    function remembered() {
        try {
            return NAMES.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : NAMES[0];
        } catch {
            return NAMES[0]; // storage is disabled
        }
    }

    function remember(name) {
        try {
            localStorage.setItem(KEY, name);
        } catch {
            // It is remembered for this page only.
        }
    }

    const samples = [...document.querySelectorAll(".languages")].map((sample, index) => {
        const panels = [...sample.children].filter((child) => child.tagName === "PRE");
        const list = document.createElement("div");
        list.className = "language-tabs";
        list.setAttribute("role", "tablist");
        list.setAttribute("aria-label", "Language");
        const tabs = panels.map((panel, position) => {
            const tab = document.createElement("button");
            tab.type = "button";
            tab.textContent = NAMES[position];
            tab.setAttribute("role", "tab");
            panel.id = `sample-${index}-${position}`;
            panel.setAttribute("role", "tabpanel");
            tab.setAttribute("aria-controls", panel.id);
            tab.addEventListener("click", () => choose(position, list));
            list.append(tab);
            return tab;
        });
        list.addEventListener("keydown", (event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            if (!step) return;
            event.preventDefault();
            event.stopPropagation(); // mdBook turns pages with these keys
            const position = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
            choose(position, list);
            tabs[position].focus();
        });
        sample.prepend(list);
        sample.classList.add("tabbed");
        return { tabs, panels };
    });

    function show(chosen) {
        for (const { tabs, panels } of samples) {
            tabs.forEach((tab, position) => {
                tab.setAttribute("aria-selected", String(position === chosen));
                tab.tabIndex = position === chosen ? 0 : -1;
                panels[position].hidden = position !== chosen;
            });
        }
    }

    // Keeps the clicked tabs where they are, although samples above may change their height.
    function choose(position, list) {
        const top = list.getBoundingClientRect().top;
        show(position);
        remember(NAMES[position]);
        window.scrollBy(0, list.getBoundingClientRect().top - top);
    }

    show(NAMES.indexOf(remembered()));
})();
