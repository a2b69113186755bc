/** Style of the lesson: what is drawn over the page, and the card that leads through it. */
export const LESSON_STYLE = `
.glass { position: fixed; inset: 0; z-index: 3; cursor: crosshair; }
.glass[data-still] { cursor: default; }
.frame {
  position: fixed; z-index: 3; pointer-events: none; border-radius: 6px;
  border: 2px solid var(--accent); background: color-mix(in srgb, var(--accent) 12%, transparent);
  box-shadow: 0 0 0 1px var(--paper);
}
.frame[data-kind="found"] { border-width: 1px; border-style: dashed; background: none; box-shadow: none; }
.frame[data-kind="part"] { border-style: solid; background: none; }
/* Beside the frame, where the author's picture is: above it would lie on somebody's words. */
.frame .tag {
  position: absolute; right: calc(100% + 2px); top: -1px; padding: 0 6px; border-radius: 5px;
  font: 600 11px/16px system-ui, sans-serif; white-space: nowrap; background: var(--accent); color: var(--accent-ink);
}
.lesson {
  position: fixed; z-index: 4; right: 20px; bottom: 20px; width: 372px; max-width: calc(100vw - 24px);
  max-height: calc(100vh - 40px); overflow: auto; padding: 16px; border-radius: 12px;
  background: var(--paper); color: var(--ink); border: 1px solid var(--line);
  box-shadow: 0 8px 28px rgb(15 23 34 / 28%);
}
.lesson[data-side="left"] { right: auto; left: 20px; }
.lesson:focus { outline: none; }
.lesson h2 { margin: 0; font-size: 15px; font-weight: 650; }
.lesson .say { margin: 6px 0 0; color: var(--soft); }
.lesson .trouble { margin: 10px 0 0; color: var(--danger); }
.lesson .chosen {
  margin: 12px 0 0; padding: 8px 10px; border-radius: 8px; background: var(--wash);
  overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden;
}
.lesson .samples { list-style: none; margin: 12px 0 0; padding: 0; display: grid; gap: 6px; }
.lesson .samples li { padding: 8px 10px; border-radius: 8px; background: var(--wash); overflow-wrap: anywhere; }
.lesson .samples b { font-weight: 600; }
.lesson .samples .words {
  margin: 2px 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
}
.lesson .samples .where { color: var(--soft); font-size: 12px; }
.lesson .samples .none { color: var(--soft); font-style: italic; }
.lesson .parts { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 12px; align-items: center; }
.lesson .parts > span { color: var(--soft); }
.lesson .row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 14px; align-items: center; }
.lesson button {
  min-height: 32px; padding: 4px 12px; border-radius: 8px; border: 1px solid var(--line); background: var(--wash);
}
.lesson .parts button { min-height: 26px; padding: 1px 9px; }
.lesson button:hover:not(:disabled) { border-color: var(--soft); }
.lesson button:disabled { color: var(--soft); cursor: default; }
.lesson .primary { background: var(--accent); color: var(--accent-ink); border-color: transparent; font-weight: 600; }
.lesson .quiet { margin-left: auto; background: transparent; border-color: transparent; color: var(--soft); }
.lesson .keys { display: flex; flex-wrap: wrap; gap: 4px 12px; margin: 12px 0 0; color: var(--soft); font-size: 12px; }
.lesson .keys span { display: inline-flex; align-items: center; gap: 5px; }
@media (forced-colors: active) {
  .frame { border-color: Highlight; background: none; }
  .lesson { border: 1px solid CanvasText; }
}
`;
