using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Judges;

/// <summary>What has to be known of a judge before the facts are laid out.</summary>
/// <param name="Symbol">The declaration.</param>
/// <param name="Points">Where it stands.</param>
/// <param name="Models">The models that answer, each once.</param>
/// <param name="Returns">What an answer is; without members where that is wrong.</param>
/// <param name="Draws">Some sample is neither everything nor nothing.</param>
internal sealed record DeclaredJudge(
    Symbol Symbol,
    ImmutableArray<BoundPoint> Points,
    ValueList<string> Models,
    RecordShape Returns,
    bool Draws)
{
    /// <summary>Its qualified name.</summary>
    public string Name => Symbol.QualifiedName;

    /// <summary>The declaration as it is written.</summary>
    public JudgeDeclarationSyntax Syntax => (JudgeDeclarationSyntax)Symbol.Syntax;

    /// <summary>The decision waits for it.</summary>
    public bool IsInline => Word(Keyword.Timing) == "inline";

    /// <summary>What it says follows.</summary>
    public bool IsOperational => Word(Keyword.Mode) is null or "operational";

    /// <summary>The id of the control that its rules are.</summary>
    public string ControlId => ControlIdOf(Symbol);

    /// <inheritdoc cref="ControlId"/>
    public static string ControlIdOf(Symbol judge) => $"{judge.Package.Name}.judge.{judge.Name}";

    /// <summary>Where it stands, for a sentence.</summary>
    public string PlacesText => string.Join(
        " and ",
        Points.Select(point =>
            $"'{point.Point.Name}'{(point.Tools.IsEmpty ? "" : $" of {string.Join(", ", point.Tools.Select(tool => $"'{tool}'"))}")}"));

    /// <summary>Whether it stands where a rule does, for some of the tools of the rule.</summary>
    public bool StandsAtSomeOf(PointFacts facts) => Points.Any(point =>
        point.Point == facts.Point
        && (point.Tools.IsEmpty || facts.Tools.IsEmpty || facts.Tools.Any(tool => point.Tools.Contains(tool.Tool))));

    /// <summary>Whether it stands wherever a rule does, for each of the tools of the rule.</summary>
    public bool StandsAtAllOf(PointFacts facts) => Points.Any(point =>
        point.Point == facts.Point
        && (point.Tools.IsEmpty || (!facts.Tools.IsEmpty && facts.Tools.All(tool => point.Tools.Contains(tool.Tool)))));

    private string? Word(Keyword member) =>
        Syntax.Block.Members.AsEnumerable().OfType<NameMemberSyntax>().FirstOrDefault(name => name.Keyword.Keyword == member)?.Name.Text;

    /// <summary>The names of the facts that its models give.</summary>
    public IEnumerable<string> Answers => Enumerable.Range(0, Math.Max(Models.Count, 1)).Select(model => JudgeFact.Answer(Name, model));

    /// <summary>The facts that it brings to its points.</summary>
    public IEnumerable<DeclaredFact> Facts()
    {
        ImmutableArray<string> points = [.. Points.Select(point => point.Point.Name)];
        foreach (var answer in points.IsEmpty ? [] : Answers)
            yield return new DeclaredFact(new ShapeMember(answer, answer, Returns, Optional: true), points, []);
        if (points.IsEmpty)
            yield break;
        yield return new DeclaredFact(
            new ShapeMember(JudgeFact.Unanswered(Name), JudgeFact.Unanswered(Name), JudgeFact.Causes, Optional: true),
            points,
            []);
        if (Draws)
            yield return new DeclaredFact(new ShapeMember(DrawFact.Of(Name), DrawFact.Of(Name), ShareShape.Instance), points, []);
    }
}
