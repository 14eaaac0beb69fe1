using System.Collections.Immutable;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Pace;

/// <summary>A chart as it is declared.</summary>
/// <param name="Name">The layer, or <c>system</c>.</param>
/// <param name="Package">The package.</param>
/// <param name="Source">The file.</param>
/// <param name="Syntax">The declaration.</param>
internal sealed record DeclaredChart(string Name, PackageSymbol Package, SourceText Source, PaceDeclarationSyntax Syntax)
{
    /// <summary>The id of the control with what its states add.</summary>
    public string Control => ControlIdOf(Package.Name, Name);

    /// <summary>The part of the declaration that names it.</summary>
    public TextSpan Span => (Syntax.Layer ?? Syntax.Keyword).Span;

    /// <summary>
    /// When it was tried, as packages say that take the chart in: an exercise is of one system, and whoever wrote the plan knows nothing of
    /// it.
    /// </summary>
    public ImmutableArray<TestedMemberSyntax> Tried { get; init; } = [];

    /// <summary>Whether nothing stands in it but when a chart was tried.</summary>
    public bool IsTrial => Syntax.Block.Members is [TestedMemberSyntax];

    public static string ControlIdOf(string package, string chart) => $"{package}.pace.{chart}";
}
