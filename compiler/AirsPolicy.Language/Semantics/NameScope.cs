using System.Collections.Immutable;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics;

/// <summary>The names that can be written in a stretch of a file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">
/// The stretch: a file, a declaration, a rule, the body of a quantifier or an expectation. The narrowest that holds a position counts,
/// together with those around it.
/// </param>
/// <param name="Names">The names that this stretch adds.</param>
internal sealed record NameScope(SourceText Source, TextSpan Span, ImmutableArray<ScopeName> Names);

/// <summary>A name that can be written.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Shape">Its shape, whose members can follow a dot, or null.</param>
/// <param name="Summary">One sentence, or null.</param>
internal sealed record ScopeName(string Name, SymbolKind Kind, Shape? Shape, string? Summary);
