using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>A value that a policy declares and a tier bounds.</summary>
/// <param name="Value">The value, as in a slot; null where it is left out or not known.</param>
/// <param name="Source">The file in which it stands, or should.</param>
/// <param name="Span">Where it stands, or what lacks it.</param>
/// <param name="Words">What is so, as a clause: "'people' has 8h".</param>
/// <param name="Fixes">What would keep the bound.</param>
internal sealed record BoundedValue(decimal? Value, SourceText Source, TextSpan Span, string Words, ImmutableArray<DiagnosticFix> Fixes);
