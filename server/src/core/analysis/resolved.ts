import type { Dependency } from '../model/plan';
import type { Span } from '../text/span';
import type { ResolvedDependency, Target } from './analysis';

/** A dependency and what it was found to mean, in whatever version of its plan. */
export class Resolved implements ResolvedDependency {
  constructor(
    readonly dependency: Dependency,
    readonly targets: readonly Target[],
    readonly isTicked: boolean,
    readonly problem: ResolvedDependency['problem'],
    readonly suggestion: string | null,
    readonly now: { readonly analysis: { isOver(target: Target): boolean } },
  ) {}

  get met(): boolean {
    if (this.isTicked || this.soft) return true;
    return this.targets.length > 0 && this.targets.every((target) => this.now.analysis.isOver(target));
  }

  get text(): string {
    return this.dependency.text;
  }
  get id(): string | null {
    return this.dependency.id;
  }
  get span(): Span {
    return this.dependency.span;
  }
  get soft(): boolean {
    return this.dependency.soft;
  }
  get told(): true | undefined {
    return this.dependency.told;
  }
}
