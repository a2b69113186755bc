import {
  type PartAutomaton,
  unpackParts,
  unpackWords,
  type WordAutomaton,
} from '../language/automaton';
import { type ClassTables, classTables } from './classes';
import type { CompiledRules } from './rule';

/** What a judge looks words up in. */
export interface Tables {
  words: WordAutomaton;
  parts: PartAutomaton;
  joint: WordAutomaton;
  classes: ClassTables;
}

/** Unpacks what the compiler has packed; each table takes some milliseconds. */
export const UNPACK: {
  readonly [Name in keyof Tables]: (compiled: CompiledRules) => Tables[Name];
} = {
  words: (compiled) => unpackWords(compiled.words),
  parts: (compiled) => unpackParts(compiled.parts),
  joint: (compiled) => unpackWords(compiled.joint),
  classes: classTables,
};

/** All of them at once. */
export const unpack = (compiled: CompiledRules): Tables => ({
  words: UNPACK.words(compiled),
  parts: UNPACK.parts(compiled),
  joint: UNPACK.joint(compiled),
  classes: UNPACK.classes(compiled),
});
