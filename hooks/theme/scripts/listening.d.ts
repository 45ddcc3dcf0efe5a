// What the scripts of listening share. They are joined into site.js, in the order of programme/assets.py.

/** A stretch of one text node: the places of its first letter and after its last. */
interface CoursePiece { node: Text; from: number; to: number }

interface CourseSentence { text: string; lang: string; pieces: CoursePiece[] }

interface CourseListening {
  sentences(root: Element): CourseSentence[];
  mark(sentence: CourseSentence): void;
  unmark(): void;
  inView(sentence: CourseSentence, top: number): boolean;
  bringIntoView(sentence: CourseSentence, top: number): void;
}

interface Window { courseListening: CourseListening }
