using System.Diagnostics;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>The closed table of arithmetic as members of the runtime.</summary>
internal static class ArithmeticMembers
{
    public static RuntimeMember Of(ArithmeticKind kind) => kind switch
    {
        ArithmeticKind.IntAdd or ArithmeticKind.DurationAdd => Long(nameof(Evaluation.Add)),
        ArithmeticKind.IntSubtract or ArithmeticKind.DurationSubtract => Long(nameof(Evaluation.Subtract)),
        ArithmeticKind.IntMultiply or ArithmeticKind.DurationByInt => Long(nameof(Evaluation.Multiply)),
        ArithmeticKind.DecimalAdd or ArithmeticKind.MoneyAdd => Decimal(nameof(Evaluation.AddDecimals)),
        ArithmeticKind.DecimalSubtract or ArithmeticKind.MoneySubtract => Decimal(nameof(Evaluation.SubtractDecimals)),
        ArithmeticKind.DecimalMultiply or ArithmeticKind.MoneyByDecimal => Decimal(nameof(Evaluation.MultiplyDecimals)),
        ArithmeticKind.MoneyByInt => Decimal(nameof(Evaluation.MultiplyByInt)),
        ArithmeticKind.MoneyByShare => Decimal(nameof(Evaluation.MultiplyByShare)),
        ArithmeticKind.ShareByInt => Decimal(nameof(Evaluation.ShareByInt)),
        ArithmeticKind.InstantAdd => Long(nameof(Evaluation.AddToInstant)),
        ArithmeticKind.InstantSubtract => Long(nameof(Evaluation.SubtractFromInstant)),
        ArithmeticKind.InstantDifference => Long(nameof(Evaluation.Subtract)),
        ArithmeticKind.DateAdd => Long(nameof(Evaluation.AddToDate)),
        ArithmeticKind.DateSubtract => Long(nameof(Evaluation.SubtractFromDate)),
        ArithmeticKind.DateDifference => Long(nameof(Evaluation.DateDifference)),
        ArithmeticKind.SizeAdd => Long(nameof(Evaluation.AddSizes)),
        ArithmeticKind.SizeByInt => Long(nameof(Evaluation.MultiplySize)),
        _ => throw new UnreachableException($"No arithmetic is given for {kind}."),
    };

    /// <summary>The value with the other sign.</summary>
    public static RuntimeMember Negate(PlanType type) =>
        type == PlanType.Decimal
            ? new RuntimeMember(Receiver.Conversions, nameof(Conversions.Negate), PlanType.Decimal)
            : Long(nameof(Evaluation.Negate));

    /// <summary>An int, or a share, as a decimal.</summary>
    public static RuntimeMember ToDecimal(bool share) =>
        new(Receiver.Conversions, share ? nameof(Conversions.ShareToDecimal) : nameof(Conversions.ToDecimal), PlanType.Decimal);

    private static RuntimeMember Long(string name) => new(Receiver.Evaluation, name, PlanType.Long, CanFail: true);

    private static RuntimeMember Decimal(string name) => new(Receiver.Evaluation, name, PlanType.Decimal, CanFail: true);
}
