import { create } from 'zustand';
import type { Criterion, Strength } from '../../lib/moderation/contract';
import type { QueueFilter } from './queue';

export const SECTIONS = ['queue', 'draft', 'author'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the operator sees of the panel; the page's own state comes through the port. */
interface PanelStore extends QueueFilter {
  section: Section;
  openGroups: ReadonlySet<string>;
  showDone: boolean;
  /** Key of the comment whose author a note is being written about, or null. */
  noteFor: string | null;
  help: boolean;
  show(section: Section): void;
  toggleCriterion(criterion: Criterion): void;
  toggleStrength(strength: Strength): void;
  setSearch(search: string): void;
  clearFilter(): void;
  toggleGroup(id: string): void;
  toggleDone(): void;
  writeNote(key: string | null): void;
  toggleHelp(): void;
}

const toggled = <Value>(list: readonly Value[], value: Value): Value[] =>
  list.includes(value) ? list.filter((other) => other !== value) : [...list, value];

const NO_LIMIT: QueueFilter = { criteria: [], strengths: [], search: '' };

/** What the panel shows; it begins anew with each panel. */
export const usePanel = create<PanelStore>((set) => ({
  ...NO_LIMIT,
  section: 'queue',
  openGroups: new Set(),
  showDone: false,
  noteFor: null,
  help: false,
  show: (section) => set({ section }),
  toggleCriterion: (criterion) =>
    set((state) => ({ criteria: toggled(state.criteria, criterion) })),
  toggleStrength: (strength) => set((state) => ({ strengths: toggled(state.strengths, strength) })),
  setSearch: (search) => set({ search }),
  clearFilter: () => set(NO_LIMIT),
  toggleGroup: (id) =>
    set((state) => ({ openGroups: new Set(toggled([...state.openGroups], id)) })),
  toggleDone: () => set((state) => ({ showDone: !state.showDone })),
  writeNote: (noteFor) => set({ noteFor }),
  toggleHelp: () => set((state) => ({ help: !state.help })),
}));
