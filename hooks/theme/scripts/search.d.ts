// What the scripts of the search share. They are joined into one file, in the order of programme/assets.py.

/** A way to say something that was typed: all its stems, and how near it is to what was typed, up to 1. */
interface SearchWay { stems: string[]; weight: number }

interface SearchPassage { text: string; nations: number }

interface SearchSection {
  page: number;
  anchor: string;
  heading: string;
  nations: number;
  passages: SearchPassage[];
  length: number;
}

interface SearchFound { page: number; section: SearchSection; score: number; other: boolean }

interface SearchPlaces {
  sections: SearchSection[];
  known: Map<string, string>;
  bySound: Map<string, string[]>;
  learn(word: string): string;
  has(word: string): boolean;
  worth(way: SearchWay): number;
  weigh(way: SearchWay, nations: number): Map<number, number>;
}

interface SearchMeaning {
  home: number;
  understand(query: string): SearchWay[][];
  nationsIn(query: string): number;
}

interface SearchEngine {
  places: SearchPlaces;
  meaning: SearchMeaning;
  home: number;
  best(section: SearchSection, terms: SearchWay[][], nations: number): { text: string; share: number };
  find(query: string): SearchFound[];
}

interface SearchSign { id: string; phrases: string[]; unless: string[] }

/** Written by programme/search/index.py and words.py, which say what each part is. */
interface SearchData {
  nations: string[];
  nation_words: Array<{ names: string[]; bodies: string[] }>;
  english?: number[];
  pages: Array<[string, string, string, number, number, Array<[string | 0, string, number, number, Array<string | [number, string]>]>]>;
  small: string[];
  weak: string[];
  words: string[][];
  everyday: Array<[string[], string[]]>;
  safety: { fillers: string[]; alike: string[][]; signs: SearchSign[] };
}

interface CourseSearch {
  words(text: string): string[];
  stem(word: string): string;
  englishStem(word: string): string;
  sound(word: string): string;
  distance(a: string, b: string, most: number): number;
  slips(word: string): number;
  Places: new (data: SearchData) => SearchPlaces;
  Meaning: new (data: SearchData, places: SearchPlaces) => SearchMeaning;
  Engine: new (data: SearchData) => SearchEngine;
  Danger: new (data: SearchData["safety"], isKnown: (word: string) => boolean) => { find(text: string): string[] };
  data?: SearchData;
}

interface Window { courseSearch: CourseSearch }
