// The article's text by code points, as labels count them. JavaScript's own strings count UTF-16 units: an emoji is two of them.

const LETTER = "[\\p{L}\\p{N}\\p{M}]";
const WORD = new RegExp(`${LETTER}+(?:['’.,-]${LETTER}+)*`, "gu");
const MOST = 500; // occurrences of a name that are shown

export class Text {
  constructor(string) {
    this.string = string;
    this.points = null; // UTF-16 index of each code point, where the two differ
    if (/[\u{10000}-\u{10ffff}]/u.test(string)) {
      const points = [];
      for (let unit = 0; unit < string.length; unit += string.codePointAt(unit) > 0xffff ? 2 : 1) points.push(unit);
      this.points = Uint32Array.from(points);
    }
    this.length = this.points ? this.points.length : string.length;
  }

  unit(point) {
    if (!this.points) return Math.max(0, Math.min(point, this.string.length));
    return point >= this.length ? this.string.length : this.points[Math.max(0, point)];
  }

  // The code point at a UTF-16 index; the one that begins there, or within which it lies.
  point(unit) {
    if (!this.points) return unit;
    if (unit >= this.string.length) return this.length;
    let low = 0, high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.points[middle] <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  slice(start, end) {
    return this.string.slice(this.unit(start), this.unit(end));
  }

  holds(words, at) {
    return Number.isInteger(at) && at >= 0 && words !== "" && this.string.startsWith(words, this.unit(at));
  }

  // Ranges of code points without the white space at their ends; null if nothing is left.
  trimmed(start, end) {
    const words = this.slice(start, end);
    const before = words.length - words.trimStart().length;
    const after = words.length - words.trimEnd().length;
    return before === words.length ? null : [start + before, end - after]; // white space is never astral
  }

  // Paragraphs: what empty lines divide.
  get paragraphs() {
    const found = [...this.string.matchAll(/[^\n]+(?:\n(?![^\S\n]*(?:\n|$))[^\n]+)*/g)].filter((match) => match[0].trim());
    return found.map((match) => [this.point(match.index), this.point(match.index + match[0].length)]);
  }

  get words() {
    this.found ??= [...this.segments()];
    return this.found;
  }

  *segments() {
    if (typeof Intl.Segmenter === "function") {
      const split = new Intl.Segmenter(undefined, { granularity: "word" });
      for (const { segment, index, isWordLike } of split.segment(this.string)) {
        if (isWordLike) yield [this.point(index), this.point(index + segment.length)];
      }
    } else {
      for (const match of this.string.matchAll(WORD)) yield [this.point(match.index), this.point(match.index + match[0].length)];
    }
  }

  // The number of the first word that ends after a code point; the number of words if there is none.
  wordAfter(point) {
    let low = 0, high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle][1] > point) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  // Where a name stands as whole words, over line ends too.
  occurrences(name) {
    this.places ??= new Map();
    if (!this.places.has(name)) this.places.set(name, this.search(name));
    return this.places.get(name);
  }

  search(name) {
    const words = name.trim().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/['’]/g, "['’]"));
    const wanted = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join("\\s+")}(?![\\p{L}\\p{N}])`, "gu");
    const found = [];
    for (const match of this.string.matchAll(wanted)) {
      found.push([this.point(match.index), this.point(match.index + match[0].length)]);
      if (found.length === MOST) break;
    }
    return found;
  }
}

export const overlaps = ([start, end], [low, high]) => start < high && low < end;
export const named = (words) => words.replace(/\s+/g, " ").trim();
