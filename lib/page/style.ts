/**
 * Style of the controls inside the overlay: system fonts, one accent, both themes. The theme follows
 * the setting, else the system; forced colours keep the borders.
 */
export const OVERLAY_STYLE = `
:host, * { box-sizing: border-box; }
.layer {
  --ink: #1b2430; --soft: #566273; --paper: #ffffff; --line: #d5dbe3; --wash: #f3f5f8;
  --accent: #1f5fbf; --accent-ink: #ffffff; --danger: #b42318; --calm: #1b7f4b;
  font: 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  color: var(--ink); letter-spacing: normal; text-align: start; -webkit-font-smoothing: antialiased;
}
.layer[data-theme="dark"] {
  --ink: #e8ecf2; --soft: #a3afc0; --paper: #1d232c; --line: #38424f; --wash: #262e39;
  --accent: #7fb0ff; --accent-ink: #0f1722; --danger: #ff9b8f; --calm: #6fd6a2;
}
[hidden] { display: none !important; }
button { font: inherit; color: inherit; cursor: pointer; }
button:focus-visible, select:focus-visible, textarea:focus-visible, a:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px;
}
.chip {
  position: absolute; display: inline-flex; align-items: center; gap: 6px; max-width: 340px;
  height: 24px; padding: 0 9px 0 4px; border-radius: 12px; border: 1px solid var(--line);
  background: var(--paper); color: var(--ink); white-space: nowrap; overflow: hidden;
  box-shadow: 0 1px 3px rgb(15 23 34 / 14%);
}
.chip:hover { border-color: var(--soft); }
.chip .letter {
  flex: none; width: 17px; height: 17px; border-radius: 50%; display: grid; place-items: center;
  font-weight: 700; font-size: 11px; line-height: 1; color: #fff; background: var(--hue-deep);
}
.chip[data-strength="probable"] { border-style: dashed; color: var(--soft); }
.chip[data-strength="probable"] .letter {
  background: transparent; color: var(--hue-ink); border: 1.5px dashed var(--hue-ink);
}
.chip .label { overflow: hidden; text-overflow: ellipsis; }
.chip .again { flex: none; color: var(--danger); font-weight: 600; }
.chip[data-narrow] { width: 28px; padding-inline: 0; justify-content: center; }
.chip[data-narrow] :is(.label, .again) {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
}
.chip[data-done] { color: var(--soft); box-shadow: none; }
.chip[data-done] .letter { background: var(--soft); color: var(--paper); border: 0; }
.chip[aria-current="true"] { outline: 2px solid var(--accent); outline-offset: 1px; }
.hover-mark {
  position: absolute; width: 24px; height: 24px; border-radius: 12px; padding: 0;
  border: 1px solid var(--line); background: var(--paper); color: var(--soft); font-size: 15px; line-height: 1;
}
.hover-mark:hover { color: var(--ink); border-color: var(--soft); }
.outline {
  position: absolute; border: 2px solid var(--accent); border-radius: 8px; pointer-events: none;
}
.spotlight {
  position: fixed; top: 0; left: 0; z-index: 3; border: 3px solid var(--accent); border-radius: 10px;
  pointer-events: none;
}
.card, .help {
  z-index: 2; position: absolute; width: 340px; max-width: calc(100vw - 24px); background: var(--paper);
  border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 8px 28px rgb(15 23 34 / 22%);
  padding: 14px 16px; overflow: auto; max-height: min(70vh, 560px);
}
.card h2, .help h2 { margin: 0 0 10px; font-size: 15px; font-weight: 650; }
.card .author { color: var(--soft); margin: -6px 0 10px; overflow-wrap: anywhere; }
.finding { padding: 8px 0; border-top: 1px solid var(--line); }
.finding:first-of-type { border-top: 0; padding-top: 0; }
.finding .head { display: flex; gap: 8px; align-items: baseline; font-weight: 600; }
.finding .strength { font-weight: 400; color: var(--soft); }
.finding .words { margin: 3px 0 0; overflow-wrap: anywhere; }
.finding .words b { font-weight: 600; }
.finding .why { margin: 2px 0 0; color: var(--soft); }
.actions { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin-top: 12px; }
.actions .primary { grid-column: 1 / -1; }
.actions button, .note button {
  min-height: 32px; padding: 4px 12px; border-radius: 8px; border: 1px solid var(--line); background: var(--wash);
}
.actions button:hover, .note button:hover { border-color: var(--soft); }
.actions .primary { background: var(--accent); color: var(--accent-ink); border-color: transparent; font-weight: 600; }
.ground { display: grid; grid-template-columns: 1fr; gap: 4px; margin-top: 12px; }
.ground label, .note label { color: var(--soft); font-size: 12px; }
.ground select {
  font: inherit; width: 100%; min-width: 0; height: 32px; border-radius: 8px; border: 1px solid var(--line);
  background: var(--paper); color: var(--ink); padding: 0 8px; text-overflow: ellipsis;
}
.note { display: grid; gap: 6px; margin-top: 12px; }
.note textarea {
  font: inherit; color: inherit; min-height: 64px; resize: vertical; border-radius: 8px; border: 1px solid var(--line);
  background: var(--paper); padding: 8px;
}
.toast {
  z-index: 1; position: fixed; left: 0; right: 0; bottom: 20px; margin-inline: auto; width: fit-content;
  max-width: min(760px, calc(100vw - 32px));
  display: flex; align-items: center; gap: 14px; padding: 10px 16px; border-radius: 12px;
  background: #1b2430; color: #f2f5f9; box-shadow: 0 8px 28px rgb(15 23 34 / 30%); border: 1px solid transparent;
}
.toast > span { flex: 1 1 auto; }
.toast .keys { flex: none; display: flex; gap: 14px; color: #b6c2d2; }
.toast .keys span { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
.toast .keys .except {
  display: inline-flex; align-items: center; gap: 6px; min-height: 28px; padding: 2px 10px 2px 4px; max-width: 300px;
  border: 1px solid #4a5768; border-radius: 8px; background: transparent; color: #f2f5f9; text-align: start;
}
.toast .keys .except:hover { border-color: #b6c2d2; background: #2c3644; }
.toast kbd { background: #2c3644; border-color: #4a5768; color: #f2f5f9; }
.toast[data-tone="trouble"] { background: #7a1a12; }
.help { position: fixed; left: 50%; top: 50%; transform: translate(-50%, -50%); width: 420px; max-height: 92vh; }
.help dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 14px; margin: 0; align-items: center; }
.help dt { justify-self: start; display: flex; gap: 4px; }
.help dd { margin: 0; }
kbd {
  display: inline-block; min-width: 24px; padding: 1px 6px; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 6px;
  background: var(--wash); font: 600 12px/1.5 ui-monospace, Consolas, monospace; text-align: center;
}
.help p { color: var(--soft); margin: 12px 0 0; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
@media (prefers-reduced-motion: no-preference) { .toast { animation: rise 160ms ease-out; } }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
@media (forced-colors: active) {
  .chip, .card, .toast, .help, .hover-mark { border: 1px solid CanvasText; forced-color-adjust: auto; }
  .chip .letter { border: 1px solid CanvasText; }
}
`;
