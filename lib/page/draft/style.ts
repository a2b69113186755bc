/** Style of the draft's controls, on top of the overlay's own (`OVERLAY_STYLE`), whose colours it uses. */
export const DRAFT_STYLE = `
.draft { --violet: #5b4fc4; --violet-wash: #efedfb; --violet-line: #8479e0; }
.draft[data-theme="dark"] { --violet: #b9b1ff; --violet-wash: #2e2b48; --violet-line: #9388f5; }
.draft button { margin: 0; }
.tip {
  position: fixed; top: 0; left: 0; width: 348px; max-width: calc(100vw - 16px); overflow: auto;
  background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: 12px;
  box-shadow: 0 10px 32px rgb(15 23 34 / 20%), 0 1px 3px rgb(15 23 34 / 12%);
}
.tip .top { display: flex; gap: 8px; align-items: flex-start; padding: 12px 8px 0 16px; }
.tip .phrase { flex: 1; margin: 0; padding-top: 3px; font-size: 14px; font-weight: 650; line-height: 1.35; overflow-wrap: anywhere; }
.tip .place { color: var(--soft); font-size: 12px; padding-top: 5px; white-space: nowrap; font-variant-numeric: tabular-nums; }
.tip .quiet {
  flex: none; width: 28px; height: 28px; padding: 0; border: 0; border-radius: 8px; background: transparent;
  color: var(--soft); display: grid; place-items: center; line-height: 1;
}
.tip .quiet svg { width: 14px; height: 14px; }
.tip .quiet:hover { background: var(--wash); color: var(--ink); }
.tip .why { margin: 4px 16px 0; color: var(--soft); }
.tip .choices { display: flex; flex-wrap: wrap; gap: 6px; margin: 12px 16px 0; }
.tip .choice {
  min-height: 32px; max-width: 100%; padding: 5px 12px; border-radius: 8px; border: 1px solid var(--violet-line);
  background: transparent; color: var(--violet); font-weight: 600; text-align: start; overflow-wrap: anywhere;
}
.tip .choice:first-child { background: var(--violet); color: var(--paper); border-color: transparent; }
.tip .choice kbd {
  margin-inline-start: 8px; padding: 0; min-width: 0; border: 0; background: none; color: inherit; opacity: 0.8;
  font-size: 11px; font-weight: 500;
}
.tip .choice:hover, .tip .choice[aria-describedby]:focus-visible { box-shadow: 0 0 0 3px var(--violet-wash); }
.tip .sample { margin: 12px 16px 0; padding: 8px 12px; border-radius: 8px; background: var(--wash); overflow-wrap: anywhere; }
.tip .sample p { margin: 0; }
.tip .sample p + p { margin-top: 6px; }
.tip .sample .name { display: block; color: var(--soft); font-size: 12px; }
.tip .sample b { font-weight: 650; color: var(--violet); }
.tip .sample s { color: var(--soft); text-decoration-thickness: 1px; }
.tip .foot { display: flex; flex-wrap: wrap; gap: 2px; padding: 8px 8px 8px; margin-top: 4px; }
.tip .foot button {
  height: 30px; padding: 0 8px; border: 0; border-radius: 8px; background: transparent; color: var(--soft);
}
.tip .foot button:hover { background: var(--wash); color: var(--ink); }
.tip .foot kbd { font-size: 11px; min-width: 0; padding: 0 4px; margin-inline-start: 4px; border-bottom-width: 1px; font-weight: 500; color: inherit; }

.pill {
  position: fixed; top: 0; left: 0; display: inline-flex; align-items: center; gap: 7px; height: 24px; padding: 0 9px;
  border: 1px solid var(--line); border-radius: 12px; background: var(--paper); color: var(--ink);
  font-size: 12px; font-weight: 600; line-height: 1; font-variant-numeric: tabular-nums; white-space: nowrap;
  box-shadow: 0 1px 3px rgb(15 23 34 / 14%);
}
.pill:hover { border-color: var(--soft); }
.pill .left { color: var(--violet); text-decoration: underline wavy 1px var(--violet-line); text-underline-offset: 2px; }
.pill .dial { width: 14px; height: 14px; flex: none; }
.pill .dial circle { fill: none; stroke-width: 3; }
.pill .dial .track { stroke: var(--line); }
.pill .dial .arc { stroke: var(--violet-line); stroke-linecap: round; }
.pill[data-clean] { color: var(--calm); border-color: color-mix(in srgb, var(--calm) 45%, var(--line)); }
.pill[data-clean] .dial .arc { stroke: var(--calm); }
.pill .tick { width: 12px; height: 12px; }

.tips {
  position: fixed; top: 0; left: 0; width: 340px; max-width: calc(100vw - 16px); max-height: min(60vh, 440px); overflow: auto;
  background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: 12px;
  box-shadow: 0 10px 32px rgb(15 23 34 / 20%), 0 1px 3px rgb(15 23 34 / 12%); padding: 6px;
}
.tips h2 { margin: 8px 10px 2px; font-size: 14px; font-weight: 650; }
.tips .facts { margin: 0 10px 6px; color: var(--soft); font-size: 12px; }
.tips ol { list-style: none; margin: 0; padding: 0; }
.tips li button {
  display: block; width: 100%; padding: 7px 10px; border: 0; border-radius: 8px; background: transparent; text-align: start;
}
.tips li button:hover, .tips li button:focus-visible { background: var(--wash); }
.tips li .words { display: block; font-weight: 600; overflow-wrap: anywhere; }
.tips li .words i { font-style: normal; color: var(--violet); }
.tips li .words i::before { content: " → "; color: var(--soft); font-weight: 400; }
.tips li .because {
  display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden; color: var(--soft); font-size: 12px;
}
.tips .clean { margin: 4px 10px 8px; color: var(--calm); }

.word {
  position: fixed; left: 50%; bottom: 76px; transform: translateX(-50%); max-width: min(560px, calc(100vw - 32px));
  display: flex; align-items: center; gap: 12px;
  padding: 9px 14px; border-radius: 10px; background: #1b2430; color: #f2f5f9; border: 1px solid transparent;
  box-shadow: 0 8px 28px rgb(15 23 34 / 30%);
}
.word button { flex: none; height: 28px; padding: 0 10px; border: 1px solid #55637a; border-radius: 7px; background: transparent; color: #f2f5f9; }
.word button:hover { border-color: #a9b6c8; }
.word button:focus-visible { outline-color: #9dc0ff; }
@media (prefers-reduced-motion: no-preference) {
  .tip, .tips { animation: draft-in 110ms ease-out; }
  @keyframes draft-in { from { opacity: 0; } }
}
@media (forced-colors: active) {
  .tip, .tips, .pill, .word { border-color: CanvasText; }
  .pill .dial circle { stroke: CanvasText; }
  .pill .dial .track { stroke: GrayText; }
  .tip .choice { border-color: ButtonText; }
}
`;
