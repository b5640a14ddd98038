/** `<course-diagram>`: walks a request through the drawing, by buttons or by the arrow keys. */
class CourseDiagram extends HTMLElement {
  /** Number of the step in hand; 0 while all are listed. */
  private at = 0;

  connectedCallback(): void {
    const player = this.querySelector('.player');
    if (!player) return;
    player.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button) this.go(button.dataset.move ? this.at + Number(button.dataset.move) : 0);
    });
    this.querySelector('.steps')!.addEventListener('keydown', (event) => {
      const move = { ArrowRight: 1, ArrowLeft: -1 }[(event as KeyboardEvent).key];
      if (!move) return;
      event.preventDefault();
      this.go(this.at + move);
    });
    this.go(0);
  }

  private go(step: number): void {
    const list = this.querySelector('ol')!;
    const steps = [...list.querySelectorAll('li')];
    const last = steps.length;
    this.at = Math.max(0, Math.min(step, last));
    const isWhole = this.at === 0;
    const now = steps[this.at - 1];
    steps.forEach((item) => item.toggleAttribute('data-now', item === now));
    list.parentElement!.toggleAttribute('data-at', !isWhole);

    const [back, next, all] = this.querySelectorAll<HTMLButtonElement>('.player button');
    back!.disabled = all!.hidden = isWhole;
    next!.disabled = this.at === last;
    next!.textContent = isWhole
      ? 'Walk through it'
      : this.at === last
        ? 'That was the last step'
        : `Next: ${this.at + 1} of ${last}`;
    // A button that can no longer be pressed would take the focus away, and the arrow keys with it.
    if (document.activeElement?.matches(':disabled, [hidden]')) list.focus();
    this.querySelectorAll<SVGElement>('.drawing').forEach((drawing) => this.light(drawing, now));
  }

  /** Lights the edge that carries a step, its number, and the box it arrives at. */
  private light(drawing: SVGElement, step: HTMLElement | undefined): void {
    drawing
      .querySelectorAll('.on:not(marker)')
      .forEach((element) => element.classList.remove('on'));
    const prefix = `${this.id}-${drawing.classList.contains('wide') ? 'wide' : 'narrow'}`;
    drawing.querySelectorAll('.edge > path').forEach((path) => {
      path.setAttribute('marker-end', `url(#${prefix}-arrow)`);
      path.removeAttribute('marker-start');
    });
    if (!step) return;
    const edge = drawing.querySelector(`[data-edge="${step.dataset.edge}"]`)!;
    edge.classList.add('on');
    edge.querySelector(`[data-step="${step.dataset.step}"]`)?.classList.add('on');
    if (getComputedStyle(drawing).display !== 'none') {
      // The step's words stick to the lower edge, so its edge belongs into the middle.
      edge.scrollIntoView({ block: 'center', behavior: 'smooth' });
    }
    const isBack = 'back' in step.dataset;
    const path = edge.querySelector('path')!;
    path.removeAttribute('marker-end');
    path.setAttribute(isBack ? 'marker-start' : 'marker-end', `url(#${prefix}-arrow-on)`);
    for (const id of (edge.getAttribute('data-nodes') ?? '').split(' ')) {
      drawing.querySelector(`[data-node="${id}"]`)?.classList.add('on');
    }
  }
}

customElements.define('course-diagram', CourseDiagram);
