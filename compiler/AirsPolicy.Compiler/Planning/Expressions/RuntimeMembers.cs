using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>The members of the runtime that plans call, beside arithmetic and built-ins.</summary>
internal static class RuntimeMembers
{
    public static readonly RuntimeMember Has = new(Receiver.Frame, nameof(FactFrame.Has), PlanType.Bool);
    public static readonly RuntimeMember Long = new(Receiver.Frame, nameof(FactFrame.Long), PlanType.Long);
    public static readonly RuntimeMember Bool = new(Receiver.Frame, nameof(FactFrame.Bool), PlanType.Bool);
    public static readonly RuntimeMember Decimal = new(Receiver.Frame, nameof(FactFrame.Decimal), PlanType.Decimal);
    public static readonly RuntimeMember DecimalKey = new(Receiver.Frame, nameof(FactFrame.DecimalKey), PlanType.Long);
    public static readonly RuntimeMember Item = Of(nameof(Evaluation.Item), PlanType.Long);
    public static readonly RuntimeMember Is = Of(nameof(Evaluation.Is), PlanType.Bool);
    public static readonly RuntimeMember SameText = Of(nameof(Evaluation.SameText), PlanType.Bool);
    public static readonly RuntimeMember SameList = Of(nameof(Evaluation.SameList), PlanType.Bool);
    public static readonly RuntimeMember SameDecimalList = Of(nameof(Evaluation.SameDecimalList), PlanType.Bool);
    public static readonly RuntimeMember SameTextList = Of(nameof(Evaluation.SameTextList), PlanType.Bool);
    public static readonly RuntimeMember Contains = Of(nameof(Evaluation.Contains), PlanType.Bool);
    public static readonly RuntimeMember ContainsDecimal = Of(nameof(Evaluation.ContainsDecimal), PlanType.Bool);
    public static readonly RuntimeMember ContainsText = Of(nameof(Evaluation.ContainsText), PlanType.Bool);
    public static readonly RuntimeMember ContainsLiteral = Of(nameof(Evaluation.ContainsLiteral), PlanType.Bool);
    public static readonly RuntimeMember InTextSet = Of(nameof(Evaluation.InTextSet), PlanType.Bool);
    public static readonly RuntimeMember Row = Of(nameof(Evaluation.Row), PlanType.Long);
    public static readonly RuntimeMember Text = Working(nameof(Evaluation.Text));
    public static readonly RuntimeMember Truth = new(Receiver.Conversions, nameof(Conversions.Truth), PlanType.Long);
    public static readonly RuntimeMember Concat = Working(nameof(Evaluation.Concat));
    public static readonly RuntimeMember NewList = Working(nameof(Evaluation.NewList));
    public static readonly RuntimeMember With = Of(nameof(Evaluation.With), PlanType.Long);
    public static readonly RuntimeMember WithDecimal = Of(nameof(Evaluation.WithDecimal), PlanType.Long);
    public static readonly RuntimeMember Matches = Failing(nameof(Evaluation.Matches), PlanType.Bool);
    public static readonly RuntimeMember Hold = Of(nameof(Evaluation.Hold), PlanType.Bool);
    public static readonly RuntimeMember Halt = Of(nameof(Evaluation.Halt), PlanType.Bool);
    public static readonly RuntimeMember Cut = Of(nameof(Evaluation.Cut), PlanType.Bool);
    public static readonly RuntimeMember Drop = Failing(nameof(Evaluation.Drop), PlanType.Bool);
    public static readonly RuntimeMember Redact = Failing(nameof(Evaluation.Redact), PlanType.Bool);
    public static readonly RuntimeMember RedactExcept = Failing(nameof(Evaluation.RedactExcept), PlanType.Bool);

    /// <summary>Reads a fact that may be absent.</summary>
    public static RuntimeMember Read(PlanType type) => Failing(
        type switch
        {
            PlanType.Bool => nameof(Evaluation.ReadBool),
            PlanType.Decimal => nameof(Evaluation.ReadDecimal),
            _ => nameof(Evaluation.Read),
        },
        type);

    /// <summary>Reads a part of an item.</summary>
    public static RuntimeMember ReadItem(PlanType type) => Failing(
        type switch
        {
            PlanType.Bool => nameof(Evaluation.ReadItemBool),
            PlanType.Decimal => nameof(Evaluation.ReadItemDecimal),
            _ => nameof(Evaluation.ReadItem),
        },
        type);

    /// <summary>Reads what stands in a row of data; a text of it takes room.</summary>
    public static RuntimeMember Cell(PlanType type, bool isText) => type switch
    {
        PlanType.Bool => Failing(nameof(Evaluation.CellTruth), type),
        PlanType.Decimal => Failing(nameof(Evaluation.CellDecimal), type),
        _ => isText ? Working(nameof(Evaluation.Cell)) : Failing(nameof(Evaluation.Cell), type),
    };

    /// <summary>Stands where a table gives nothing.</summary>
    public static RuntimeMember NoValue(PlanType type) => Failing(
        type switch
        {
            PlanType.Bool => nameof(Evaluation.NoTruth),
            PlanType.Decimal => nameof(Evaluation.NoDecimal),
            _ => nameof(Evaluation.NoValue),
        },
        type);

    /// <summary>A test of one text by another, which is a literal or a value.</summary>
    public static RuntimeMember TextTest(TextTest test, bool literal) => Of(
        (test, literal) switch
        {
            (Language.Model.Expressions.TextTest.Contains, false) => nameof(Evaluation.TextContains),
            (Language.Model.Expressions.TextTest.Contains, true) => nameof(Evaluation.TextContainsLiteral),
            (Language.Model.Expressions.TextTest.StartsWith, false) => nameof(Evaluation.TextStartsWith),
            (Language.Model.Expressions.TextTest.StartsWith, true) => nameof(Evaluation.TextStartsWithLiteral),
            (_, false) => nameof(Evaluation.TextEndsWith),
            (_, true) => nameof(Evaluation.TextEndsWithLiteral),
        },
        PlanType.Bool);

    /// <summary>
    /// A quantifier. The helper stops at a failure, which its condition brings in; the call itself may pass the bound on steps.
    /// </summary>
    public static RuntimeMember Quantifier(QuantifierKind kind) => kind switch
    {
        QuantifierKind.Any => Failing(nameof(Evaluation.Any), PlanType.Bool),
        QuantifierKind.All => Failing(nameof(Evaluation.All), PlanType.Bool),
        _ => Failing(nameof(Evaluation.Count), PlanType.Long),
    };

    private static RuntimeMember Of(string name, PlanType type) => new(Receiver.Evaluation, name, type);

    private static RuntimeMember Working(string name) => new(Receiver.Evaluation, name, PlanType.Long, CanFail: true, WorksOut: true);

    private static RuntimeMember Failing(string name, PlanType type) => new(Receiver.Evaluation, name, type, CanFail: true);
}
