// The labels as they are now, and as they were: every change makes new ones, so that undoing is going back to the old.

export class Store {
  constructor(labels) {
    this.labels = labels;
    this.saved = labels;
    this.chosen = null; // which label: { field, index }
    this.past = [];
    this.future = [];
    this.typing = null; // what is being typed into: it is undone at once, not letter by letter
    this.changed = () => {};
  }

  get dirty() {
    return this.labels !== this.saved;
  }

  commit(labels, chosen = this.chosen, typing = null) {
    if (typing === null || typing !== this.typing) {
      this.past.push({ labels: this.labels, chosen: this.chosen });
      if (this.past.length > 1000) this.past.shift();
    }
    this.future = [];
    this.typing = typing;
    this.labels = labels;
    this.chosen = chosen;
    this.changed(typing !== null);
  }

  choose(chosen) {
    this.chosen = chosen;
    this.typing = null;
  }

  undo() {
    return this.move(this.past, this.future);
  }

  redo() {
    return this.move(this.future, this.past);
  }

  move(from, to) {
    if (!from.length) return false;
    to.push({ labels: this.labels, chosen: this.chosen });
    ({ labels: this.labels, chosen: this.chosen } = from.pop());
    this.typing = null;
    this.changed(false);
    return true;
  }
}
