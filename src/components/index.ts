// What a chapter may import.
export { default as Activity } from './activity/Activity.astro';
export { default as AskEngineers } from './chapter/AskEngineers.astro';
export { default as Case } from './chapter/Case.astro';
export { default as Cite } from './chapter/Cite.astro';
export { default as Diagram } from './diagram/Diagram.astro';
export { default as Dialogue } from './chapter/Dialogue.astro';
export { default as Document } from './chapter/Document.astro';
export { default as Fact } from './chapter/Fact.astro';
export { default as Portfolio } from './chapter/Portfolio.astro';
export { default as Recall } from './chapter/Recall.astro';
export { default as Sidenote } from './chapter/Sidenote.astro';
export { default as Term } from './glossary/Term.astro';
export { default as Turn } from './chapter/Turn.astro';
export { default as WorkedExample } from './chapter/WorkedExample.astro';
