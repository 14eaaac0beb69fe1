using System.Collections.Immutable;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Where an expression stands: what its names can mean.</summary>
/// <param name="Package">The package whose names it can use.</param>
/// <param name="Source">The file it is in.</param>
/// <param name="Facts">The facts it can read.</param>
/// <param name="Locals">Items of quantifiers, arguments and local lets.</param>
/// <param name="Lets">The lets of the declaration alone: what their own values can name, wherever they are used.</param>
/// <param name="Variables">How many items are open around it.</param>
/// <param name="NamesAreTexts">Declared queues, controls and labels may stand for their names, as in the expectations of a test.</param>
/// <param name="NamesAreControls">Then they stand for the id of the control that they are, as in <c>fired contains NAME</c>.</param>
/// <param name="HasData">Tables of data can be asked.</param>
/// <param name="IsAfterwards">It is asked once the decision is made, when judges have answered that nobody waited for.</param>
/// <param name="Chart">The chart whose trigger or way back this is, whose age <c>pace.age</c> means; null elsewhere.</param>
internal sealed record ExpressionScope(
    PackageSymbol Package,
    SourceText Source,
    PointFacts Facts,
    ImmutableDictionary<string, LocalName> Locals,
    ImmutableDictionary<string, LocalName> Lets,
    int Variables = 0,
    bool NamesAreTexts = false,
    bool NamesAreControls = false,
    bool HasData = true,
    bool IsAfterwards = false,
    string? Chart = null)
{
    /// <summary>A scope without local names.</summary>
    public static ExpressionScope Of(PackageSymbol package, SourceText source, PointFacts facts) =>
        new(package, source, facts, ImmutableDictionary<string, LocalName>.Empty, ImmutableDictionary<string, LocalName>.Empty);

    /// <summary>The scope in which one more item is open.</summary>
    public ExpressionScope WithItem(SyntaxToken name, Shape shape) => this with
    {
        Locals = Locals.SetItem(name.Text, new ItemName(Variables, shape, name)),
        Variables = Variables + 1,
    };
}

/// <summary>A name that stands for something only inside a rule or declaration.</summary>
internal abstract record LocalName;

/// <summary>The item of a quantifier or drop.</summary>
internal sealed record ItemName(int Variable, Shape Shape, SyntaxToken Declared) : LocalName;

/// <summary>An argument of a let that is worked in.</summary>
/// <param name="Value">What was given, or null where that was wrong.</param>
/// <param name="Declared">The parameter.</param>
internal sealed record ArgumentName(Expression? Value, SyntaxToken Declared) : LocalName;

/// <summary>A let of the declaration; a rule sees those above and below it.</summary>
internal sealed record LetName(LetDefinition Let) : LocalName;

/// <summary>A name whose declaration is wrong; its uses are passed over.</summary>
internal sealed record WrongName : LocalName;

/// <summary>A value that is given from outside, as a case of a test.</summary>
internal sealed record CaseName(System.Text.Json.JsonElement Value) : LocalName;

/// <summary>A member of the answer of a judge, in its rules, which are asked of answers that are there.</summary>
/// <param name="Fact">The fact that is the answer.</param>
/// <param name="Member">The member.</param>
internal sealed record AnswerName(string Fact, ShapeMember Member) : LocalName;
