using System.Collections.Immutable;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>
/// The facts that classifiers give. They are laid out before detectors are bound, of all that a detector names, whether a rule asks it or
/// not.
/// </summary>
internal static class ClassifierFacts
{
    private static readonly ImmutableArray<string> s_points =
    [
        .. DecisionPoints.All.Where(point => point.PrimaryText.Count > 0).Select(point => point.Name),
    ];

    /// <summary>One for each classifier, at every point that has a text.</summary>
    public static IEnumerable<DeclaredFact> Of(IEnumerable<Symbol> detectors) => detectors
        .SelectMany(detector => ((DetectorDeclarationSyntax)detector.Syntax).Block.Members.OfType<MatchMemberSyntax>())
        .SelectMany(match => match.Items.OfType<SourceItemSyntax>())
        .Where(item => item.Keyword.Text == "classifier")
        .Select(item => (item.Text.Literal as TextLiteral)?.Value)
        .OfType<string>()
        .Where(name => name.Length > 0)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(name => ClassifierFact.Of(name))
        .Select(name => new DeclaredFact(new ShapeMember(name, name, ShareShape.Instance), s_points, []));
}
