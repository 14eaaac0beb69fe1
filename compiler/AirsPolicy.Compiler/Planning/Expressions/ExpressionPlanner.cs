using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Compiler.Planning.Past;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Planning.Expressions.ValueKinds;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Lowers the expressions of a rule: names become slots, types become calls of the runtime.</summary>
internal sealed class ExpressionPlanner(RuleScope scope, ProgramParts parts)
{
    public PlanExpression Plan(Expression expression) => expression switch
    {
        ConstantExpression constant => Constant(constant.Value),
        PathExpression path => Read(path),
        ItemExpression item => Read(item),
        HasExpression has => Has(has.Operand),
        CoalesceExpression coalesce => Coalesce(coalesce),
        NotExpression not => Not(Plan(not.Operand)),
        LogicalExpression logical => Logical(logical),
        CompareExpression compare => ComparisonPlanner.Compare(compare, this, parts),
        MembershipExpression membership => MembershipPlanner.Plan(membership, this, parts),
        TextTestExpression { Part: ConstantExpression { Value: string part } } test =>
            Call(RuntimeMembers.TextTest(test.Test, literal: true), Plan(test.Text), new LiteralPlan(part)),
        TextTestExpression test => Call(RuntimeMembers.TextTest(test.Test, literal: false), Plan(test.Text), Plan(test.Part)),
        MatchesExpression matches => Call(RuntimeMembers.Matches, parts.Pattern(matches.Pattern, matches.IgnoreCase), Plan(matches.Text)),
        ArithmeticExpression arithmetic => Call(ArithmeticMembers.Of(arithmetic.Kind), Plan(arithmetic.Left), Plan(arithmetic.Right)),
        NegateExpression negate => Call(ArithmeticMembers.Negate(TypeOf(negate.Shape)), Plan(negate.Operand)),
        ConvertExpression convert => Convert(convert),
        TableExpression table => Table(table, fallback: null),
        LookupExpression lookup => Cell(lookup, Row(lookup)),
        QuantifierExpression quantifier => Quantifier(quantifier),
        DetectorExpression detector => DetectorPlanner.Plan(detector, this, parts),
        CallExpression call => FunctionPlanner.Plan(call, this, parts),
        ConcatExpression concat => Call(RuntimeMembers.Concat, Plan(concat.Left), Plan(concat.Right)),
        ListExpression list => List(list),
        NamedExpression named => Plan(named.Body),
        AggregateExpression aggregate =>
            Call(PastMembers.Total(TypeOf(aggregate.Shape)), new NumberPlan(aggregate.Aggregate), KeyPlanner.Plan(aggregate.Keys, this)),
        FollowsExpression follows => StepPlanner.Plan(follows, this, parts),
        HeldForExpression held => Call(PastMembers.HasHeld, new NumberPlan(held.Trigger), new ConstantPlan(held.Ticks, PlanType.Long)),
        LimitPassedExpression limit => Call(PastMembers.LimitPassed, new NumberPlan(limit.Limit), new NumberPlan(limit.Arm)),
        OriginExpression origin => Call(PastMembers.OriginOf, Plan(origin.Value), KeyPlanner.Plan([origin.Session], this)),
        CarriesLabelExpression carries => Call(PastMembers.Carries, parts.Origin(carries.Label), KeyPlanner.Plan([carries.Session], this)),
        EventOutcomeExpression => Call(PastMembers.EventOutcome),
        _ => throw new UnreachableException($"No plan is made for {expression.GetType().Name}."),
    };

    /// <summary>The condition of a quantifier or drop, and how wide an item is.</summary>
    public (NumberPlan Test, NumberPlan Width) Test(int variable, Shape list, Expression body)
    {
        var element = ElementOf(list) ?? throw new UnreachableException("Only lists have items.");
        scope.Enter(variable, element);
        var condition = Plan(body);
        return (parts.Test(new TestPlan(condition, body.Place)), new NumberPlan(SlotLayout.Width(element)));
    }

    /// <summary>The slot of a fact or item that is given whole; 0 for any other value, which is a list in a handle.</summary>
    public PlanExpression SlotOf(Expression expression) => Unnamed(expression) switch
    {
        PathExpression path => new NumberPlan(scope.Find(path.Path).Slot),
        ItemExpression item => Slot(item, scope.FindItem(item.Variable, item.Path).Slot),
        _ => new NumberPlan(0),
    };

    /// <summary>
    /// The shape of a value. Rules at several tools are bound once: what a whole fact of the tool is, only its layout says.
    /// </summary>
    public Shape ShapeOf(Expression expression) =>
        Unnamed(expression) is PathExpression path ? scope.Find(path.Path).Shape : expression.Shape;

    public static CallPlan Call(RuntimeMember member, params ReadOnlySpan<PlanExpression> arguments) =>
        new(member, ValueList.Create(arguments));

    public static PlanExpression Not(PlanExpression operand) => operand is NotPlan not ? not.Operand : new NotPlan(operand);

    public static PlanExpression Join(bool all, IEnumerable<PlanExpression> items)
    {
        var flat = items.SelectMany(item => item is LogicalPlan logical && logical.All == all ? logical.Items : [item]).ToValueList();
        return flat.Count == 1 ? flat[0] : new LogicalPlan(all, flat);
    }

    private static PlanExpression Constant(object value) => value switch
    {
        bool => new ConstantPlan(value, PlanType.Bool),
        long => new ConstantPlan(value, PlanType.Long),
        decimal => new ConstantPlan(value, PlanType.Decimal),
        string text => Call(RuntimeMembers.Text, new LiteralPlan(text)),
        _ => throw new UnreachableException($"A constant holds a {value.GetType().Name}."),
    };

    private PlanExpression Read(PathExpression path)
    {
        var fact = scope.Find(path.Path);
        var type = TypeOf(fact.Shape);
        return scope.Trusted && fact.Optional.Count == 0
            ? new FactPlan(fact.Slot, type)
            : Call(RuntimeMembers.Read(type), new NumberPlan(fact.Slot), new LiteralPlan(string.Join('.', path.Path)));
    }

    private CallPlan Read(ItemExpression item)
    {
        var part = scope.FindItem(item.Variable, item.Path);
        var type = TypeOf(part.Shape);
        return Call(RuntimeMembers.ReadItem(type), Slot(item, part.Slot), new LiteralPlan(string.Join('.', item.Path)));
    }

    private static CallPlan Slot(ItemExpression item, int offset) =>
        Call(RuntimeMembers.Item, new NumberPlan(item.Variable), new NumberPlan(offset));

    private PlanExpression Has(Expression operand)
    {
        switch (operand)
        {
            case PathExpression path:
                var fact = scope.Find(path.Path);
                var slots = scope.Trusted && fact.Optional.Count > 0 ? fact.Optional : fact.Required.Concat(fact.Optional).ToValueList();
                return Join(all: true, slots.Select(slot => Call(RuntimeMembers.Has, new NumberPlan(slot))));
            case ItemExpression item:
                var part = scope.FindItem(item.Variable, item.Path);
                return part.Optional.Count == 0
                    ? Call(RuntimeMembers.Has, Slot(item, part.Slot))
                    : Join(all: true, part.Optional.Select(offset => Call(RuntimeMembers.Has, Slot(item, offset))));
            case LookupExpression lookup:
                return IsRow(Row(lookup));
            case NamedExpression named:
                return Has(named.Body);
            default:
                throw new UnreachableException("Only facts and members may be absent.");
        }
    }

    private PlanExpression Coalesce(CoalesceExpression coalesce) => Unnamed(coalesce.Optional) switch
    {
        TableExpression table => Table(table, coalesce.Default),
        LookupExpression lookup => Lookup(lookup, coalesce.Default),
        var optional => new ChoicePlan(Has(optional), Plan(optional), Plan(coalesce.Default)),
    };

    private static Expression Unnamed(Expression expression) => expression is NamedExpression named ? Unnamed(named.Body) : expression;

    private PlanExpression Logical(LogicalExpression logical)
    {
        // A long chain leans to the left: taken apart without recursion.
        var items = new Stack<Expression>();
        Expression left = logical;
        while (left is LogicalExpression chain && chain.Operator == logical.Operator)
        {
            items.Push(chain.Right);
            left = chain.Left;
        }
        items.Push(left);
        return Join(logical.Operator == LogicalOperator.And, items.Select(Plan).ToList());
    }

    private PlanExpression Convert(ConvertExpression convert)
    {
        if (TypeOf(convert.Shape) == TypeOf(convert.Operand.Shape))
            return Plan(convert.Operand);
        return Call(ArithmeticMembers.ToDecimal(Bare(convert.Operand.Shape) is ShareShape), Plan(convert.Operand));
    }

    // In a rising enum a name that is not listed takes the value of the nearest lower one that is.
    private TablePlan Table(TableExpression table, Expression? fallback)
    {
        var rising = Bare(table.Key.Shape) is EnumShape { Rising: true };
        var type = TypeOf(table.Shape);
        var key = Plan(table.Key);
        var values = new List<PlanExpression>();
        Expression? nearest = null;
        foreach (var value in table.Values)
        {
            nearest = value ?? (rising ? nearest : null);
            values.Add((nearest ?? fallback) is { } given ? Plan(given) : Call(RuntimeMembers.NoValue(type)));
        }
        return new TablePlan(key, values.ToValueList(), type);
    }

    // The row is looked for once, so that a key which takes room takes it once.
    private ChoicePlan Lookup(LookupExpression lookup, Expression fallback)
    {
        var row = new VariablePlan(parts.Variable(), PlanType.Long);
        return new ChoicePlan(new BindPlan(row.Variable, Row(lookup), IsRow(row)), Cell(lookup, row), Plan(fallback));
    }

    private CallPlan Row(LookupExpression lookup)
    {
        var (data, column) = parts.Column(lookup);
        return Call(RuntimeMembers.Row, data, column, Plan(lookup.Key));
    }

    private CallPlan Cell(LookupExpression lookup, PlanExpression row)
    {
        var (data, column) = parts.Column(lookup);
        return Call(RuntimeMembers.Cell(TypeOf(lookup.Shape), IsText(lookup.Shape)), data, column, row);
    }

    private static ComparePlan IsRow(PlanExpression row) =>
        new(PlanComparison.GreaterOrEqual, row, new ConstantPlan(0L, PlanType.Long));

    private CallPlan Quantifier(QuantifierExpression quantifier)
    {
        var list = Plan(quantifier.List);
        var (test, width) = Test(quantifier.Variable, quantifier.List.Shape, quantifier.Body);
        return Call(RuntimeMembers.Quantifier(quantifier.Kind), test, new NumberPlan(quantifier.Variable), list, width);
    }

    private PlanExpression List(ListExpression list) => list.Items.Aggregate(
        (PlanExpression)Call(RuntimeMembers.NewList, new NumberPlan(list.Items.Count)),
        (made, item) => TypeOf(item.Shape) switch
        {
            PlanType.Decimal => Call(RuntimeMembers.WithDecimal, made, Plan(item)),
            PlanType.Bool => Call(RuntimeMembers.With, made, Call(RuntimeMembers.Truth, Plan(item))),
            _ => Call(RuntimeMembers.With, made, Plan(item)),
        });
}
