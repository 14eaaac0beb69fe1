using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Compiler.Emission;

/// <summary>Writes planned expressions as C#. Operands of operators stand in parentheses unless they are atoms.</summary>
internal static class ExpressionEmitter
{
    public static Code Emit(PlanExpression expression) => expression switch
    {
        ConstantPlan constant => Code.Of($"{Constant(constant.Value)}"),
        LiteralPlan literal => Code.Of($"{Literal.Of(literal.Value)}"),
        NumberPlan number => Code.Of($"{Literal.Of(number.Value)}"),
        FactPlan fact => Fact(fact),
        CallPlan call => Call(call),
        NotPlan not => Code.Of($"!{Operand(not.Operand)}"),
        LogicalPlan { All: true } all => Code.Join(Code.Of($" && "), all.Items.Select(Operand)),
        LogicalPlan any => Code.Join(Code.Of($" || "), any.Items.Select(Operand)),
        ComparePlan compare => Compare(compare),
        OneOfPlan oneOf => Code.Of($"{Operand(oneOf.Value)} is {Alternatives(oneOf.Constants)}"),
        ChoicePlan choice => Code.Of($"{Operand(choice.Condition)} ? {Operand(choice.Then)} : {Operand(choice.Else)}"),
        TablePlan table => Table(table),
        BindPlan bind => Code.Of($"{Operand(bind.Value)} is var {Variable(bind.Variable)} && {Operand(bind.Body)}"),
        VariablePlan variable => Code.Of($"{Variable(variable.Variable)}"),
        _ => throw new UnreachableException($"No code is written for {expression.GetType().Name}."),
    };

    /// <summary>A call as a statement or operand.</summary>
    public static Code Call(CallPlan call) => Code.Of(
        $"{Receiver(call.Member.Receiver)}.{Name.Member(call.Member.Name)}({Code.Join(Code.Of($", "), call.Arguments.Select(Emit))})");

    private static Code Operand(PlanExpression expression) =>
        expression is ConstantPlan or FactPlan or CallPlan or VariablePlan ? Emit(expression) : Code.Of($"({Emit(expression)})");

    private static Literal Constant(object value) => value switch
    {
        bool truth => Literal.Of(truth),
        long number => Literal.Of(number),
        decimal number => Literal.Of(number),
        _ => throw new UnreachableException($"A constant holds a {value.GetType().Name}."),
    };

    private static Code Fact(FactPlan fact) => fact.Type switch
    {
        PlanType.Bool => Code.Of($"f.Bool({fact.Slot})"),
        PlanType.Decimal => Code.Of($"f.Decimal({fact.Slot})"),
        _ => Code.Of($"f.Long({fact.Slot})"),
    };

    private static Code Compare(ComparePlan compare)
    {
        var operation = compare.Comparison switch
        {
            PlanComparison.Equal => Code.Of($"=="),
            PlanComparison.NotEqual => Code.Of($"!="),
            PlanComparison.Less => Code.Of($"<"),
            PlanComparison.LessOrEqual => Code.Of($"<="),
            PlanComparison.Greater => Code.Of($">"),
            _ => Code.Of($">="),
        };
        return Code.Of($"{Operand(compare.Left)} {operation} {Operand(compare.Right)}");
    }

    private static Code Alternatives(ValueList<long> constants) =>
        Code.Join(Code.Of($" or "), constants.Select(constant => Code.Of($"{Literal.Of(constant)}")));

    // The last value stands for every other key: a key is the index of one of the enum's names.
    private static Code Table(TablePlan table)
    {
        var arms = table.Values.Select((value, key) =>
            key == table.Values.Count - 1 ? Code.Of($"_ => {Emit(value)}") : Code.Of($"{Literal.Of((long)key)} => {Emit(value)}"));
        return Code.Of($"{Operand(table.Key)} switch {{ {Code.Join(Code.Of($", "), arms)} }}");
    }

    private static Name Variable(int variable) => Name.Numbered(ProgramPart.Value, variable);

    private static Code Receiver(Receiver receiver) => receiver switch
    {
        Planning.Nodes.Receiver.Frame => Code.Of($"f"),
        Planning.Nodes.Receiver.Evaluation => Code.Of($"e"),
        _ => Code.Of($"{Name.Member(nameof(Conversions))}"),
    };
}
