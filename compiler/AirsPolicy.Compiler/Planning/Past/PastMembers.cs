using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs;
using static AirsPolicy.Compiler.Planning.Expressions.ValueKinds;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>The members of the runtime that ask the past, draw, and tell what is written down.</summary>
internal static class PastMembers
{
    public static readonly RuntimeMember BeginKey = Of(nameof(Evaluation.BeginKey), PlanType.Long);
    public static readonly RuntimeMember KeyOwner = Of(nameof(Evaluation.KeyOwner), PlanType.Long);
    public static readonly RuntimeMember LimitPassed = Failing(nameof(Evaluation.LimitPassed), PlanType.Bool);
    public static readonly RuntimeMember HasHeld = Failing(nameof(Evaluation.HasHeld), PlanType.Bool);
    public static readonly RuntimeMember KeepsTo = Failing(nameof(Evaluation.KeepsTo), PlanType.Bool);
    public static readonly RuntimeMember KeepsToNamed = Failing(nameof(Evaluation.KeepsToNamed), PlanType.Bool);
    public static readonly RuntimeMember EventOutcome = Of(nameof(Evaluation.EventOutcome), PlanType.Long);
    public static readonly RuntimeMember EventFor = Of(nameof(Evaluation.EventFor), PlanType.Bool);
    public static readonly RuntimeMember EventHas = Of(nameof(Evaluation.EventHas), PlanType.Bool);
    public static readonly RuntimeMember OriginOf = Failing(nameof(Evaluation.OriginOf), PlanType.Long) with { WorksOut = true };
    public static readonly RuntimeMember Carries = Failing(nameof(Evaluation.Carries), PlanType.Bool);
    public static readonly RuntimeMember ContentOf = Failing(nameof(Evaluation.ContentOf), PlanType.Bool);
    public static readonly RuntimeMember ContentRemembered = Failing(nameof(Evaluation.ContentRemembered), PlanType.Bool);
    public static readonly RuntimeMember ContentRecalled = Failing(nameof(Evaluation.ContentRecalled), PlanType.Bool);
    public static readonly RuntimeMember ContentText = Failing(nameof(Evaluation.ContentText), PlanType.Bool);
    public static readonly RuntimeMember ContentTexts = Failing(nameof(Evaluation.ContentTexts), PlanType.Bool);
    public static readonly RuntimeMember DrawOne = Failing(nameof(Evaluation.DrawOne), PlanType.Bool);

    /// <summary>What an aggregate comes to.</summary>
    public static RuntimeMember Total(PlanType type) =>
        type == PlanType.Decimal ? Failing(nameof(Evaluation.DecimalTotalOf), type) : Failing(nameof(Evaluation.TotalOf), PlanType.Long);

    /// <summary>Adds a value to a key. A text may be more than a quantifier goes through.</summary>
    public static RuntimeMember Key(Shape shape) =>
        ElementOf(shape) is { } element
            ? Failing(
                IsText(element) ? nameof(Evaluation.KeyTexts)
                    : TypeOf(element) == PlanType.Decimal ? nameof(Evaluation.KeyDecimals)
                    : nameof(Evaluation.KeyLongs),
                PlanType.Long)
        : IsText(shape) ? Failing(nameof(Evaluation.KeyText), PlanType.Long)
        : Of(TypeOf(shape) == PlanType.Decimal ? nameof(Evaluation.KeyDecimal) : nameof(Evaluation.KeyLong), PlanType.Long);

    /// <summary>What an event adds to a sum.</summary>
    public static RuntimeMember Adds(PlanType type) => type == PlanType.Decimal
        ? Failing(nameof(Evaluation.EventAddsDecimal), PlanType.Bool)
        : Of(nameof(Evaluation.EventAdds), PlanType.Bool);

    /// <summary>What is drawn.</summary>
    public static RuntimeMember Draw(PlanType type) =>
        Failing(type == PlanType.Decimal ? nameof(Evaluation.DrawDecimal) : nameof(Evaluation.DrawAmount), PlanType.Bool);

    private static RuntimeMember Of(string name, PlanType type) => new(Receiver.Evaluation, name, type);

    private static RuntimeMember Failing(string name, PlanType type) => new(Receiver.Evaluation, name, type, CanFail: true);
}
