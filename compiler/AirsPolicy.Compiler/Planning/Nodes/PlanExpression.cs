using AirsPolicy.Collections;

namespace AirsPolicy.Compiler.Planning.Nodes;

/// <summary>
/// An expression lowered to what emitted code can say: slots, constants, operators, choices, and calls of the runtime. Types of the
/// language are gone; a value is a truth, a 64-bit number or a decimal.
/// </summary>
/// <param name="Type">What it gives.</param>
internal abstract record PlanExpression(PlanType Type);

/// <summary>A value known when compiled: a <see cref="bool"/>, <see cref="long"/> or <see cref="decimal"/>.</summary>
internal sealed record ConstantPlan(object Value, PlanType Type) : PlanExpression(Type);

/// <summary>A text of the policy, only as an argument of a call.</summary>
internal sealed record LiteralPlan(string Value) : PlanExpression(PlanType.Long);

/// <summary>A small whole number, only as an argument of a call: a number of the tables, a slot, a width.</summary>
internal sealed record NumberPlan(int Value) : PlanExpression(PlanType.Long);

/// <summary>A fact that the check before the decision has found present.</summary>
internal sealed record FactPlan(int Slot, PlanType Type) : PlanExpression(Type);

/// <summary>A call of the runtime.</summary>
/// <param name="Member">What is called.</param>
/// <param name="Arguments">Evaluated from left to right.</param>
internal sealed record CallPlan(RuntimeMember Member, ValueList<PlanExpression> Arguments) : PlanExpression(Member.Type);

/// <summary>The other truth.</summary>
internal sealed record NotPlan(PlanExpression Operand) : PlanExpression(PlanType.Bool);

/// <summary>All or any of several truths, from left to right as far as needed; at least two.</summary>
internal sealed record LogicalPlan(bool All, ValueList<PlanExpression> Items) : PlanExpression(PlanType.Bool);

/// <summary>Compares two numbers, two decimals, or two truths.</summary>
internal sealed record ComparePlan(PlanComparison Comparison, PlanExpression Left, PlanExpression Right) : PlanExpression(PlanType.Bool);

/// <summary>Whether a number is one of some constants; at least one.</summary>
internal sealed record OneOfPlan(PlanExpression Value, ValueList<long> Constants) : PlanExpression(PlanType.Bool);

/// <summary>One of two values, of which only the one needed is evaluated.</summary>
internal sealed record ChoicePlan(PlanExpression Condition, PlanExpression Then, PlanExpression Else) : PlanExpression(Then.Type);

/// <summary>The value that stands at the place of a key; only that one is evaluated.</summary>
internal sealed record TablePlan(PlanExpression Key, ValueList<PlanExpression> Values, PlanType Type) : PlanExpression(Type);

/// <summary>A truth that speaks of one value several times, which is worked out once.</summary>
/// <param name="Variable">The number that <see cref="VariablePlan"/> names it by; unique in the program.</param>
internal sealed record BindPlan(int Variable, PlanExpression Value, PlanExpression Body) : PlanExpression(PlanType.Bool);

/// <summary>The value of a <see cref="BindPlan"/>.</summary>
internal sealed record VariablePlan(int Variable, PlanType Type) : PlanExpression(Type);

/// <summary>The comparisons of the language that C# has as operators.</summary>
internal enum PlanComparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
