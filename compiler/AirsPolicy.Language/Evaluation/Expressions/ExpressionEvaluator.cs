using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Evaluation.Expressions;

/// <summary>
/// The meaning of expressions: each kind is one short function that evaluates its operands from left to right and stops at the first
/// that fails.
/// </summary>
/// <param name="facts">The facts of the point.</param>
/// <param name="detectors">The detectors of the policy.</param>
/// <param name="patterns">The patterns of the policy.</param>
/// <param name="listener">Is told what is evaluated, or null.</param>
/// <param name="past">What has happened, or null where nothing can be asked for it.</param>
/// <param name="outcome">What was decided on the facts, where they are those of an event.</param>
/// <param name="limits">How much work the search of texts may be, or null for the default limits.</param>
/// <param name="data">The tables of data of the policy.</param>
internal sealed class ExpressionEvaluator(
    FactSource facts,
    DetectorSearch detectors,
    PatternLibrary patterns,
    IEvaluationListener? listener,
    PastScope? past = null,
    Outcome? outcome = null,
    FactLimits? limits = null,
    ValueList<DataTable> data = default)
{
    private readonly Dictionary<int, Value> _items = [];
    private int _depth;
    private long _steps;
    private long _workedOut;

    /// <summary>What the searches of this evaluation may still do.</summary>
    public SearchWork Work { get; } = new((limits ?? FactLimits.Default).MaxTextSteps);

    /// <summary>
    /// Evaluates a rule, or what is no part of one, with the whole of what one may work out (<see cref="FactLimits.MaxWorkedOut"/>).
    /// </summary>
    public T Apart<T>(Func<T> evaluate)
    {
        var before = _workedOut;
        _workedOut = 0;
        var value = evaluate();
        _workedOut = before;
        return value;
    }

    /// <summary>The value, or a <see cref="FailedValue"/>; never absent.</summary>
    public Value Evaluate(Expression expression) => EvaluateOptional(expression) switch
    {
        AbsentValue => new FailedValue(FailureKind.MissingFact, $"{Absence(expression)} is absent."),
        var value => value,
    };

    /// <summary>Goes through the items of a quantifier or drop; what is nested in it shares the bound of the outermost.</summary>
    public T Walk<T>(Func<T> walk)
    {
        if (_depth++ == 0)
            _steps = 0;
        var value = walk();
        _depth--;
        return value;
    }

    /// <summary>The value of the body of a quantifier or drop at one item; called within <see cref="Walk"/>.</summary>
    public Value EvaluateAt(int variable, Value item, Expression body)
    {
        if (Count(1) is { } failed)
            return failed;
        _items[variable] = item;
        var before = _workedOut;
        var value = Evaluate(body);
        _workedOut = before;
        return value;
    }

    // Within a quantifier the texts that an operation goes through count as well.
    private Value Reading(int length, Func<Value> then) => (_depth == 0 ? null : Count(FactLimits.StepsOf(length))) ?? then();

    // Each item is looked at, and a text is gone through with those that are as long.
    private static int Compared(Value item, IReadOnlyCollection<Value> list) =>
        list.Count
        + (item is TextValue sought ? list.Count(other => ((TextValue)other).Text.Length == sought.Text.Length) * sought.Text.Length : 0);

    private Value Reading(Value argument, Func<Value> then) => argument is TextValue text
        ? Reading(text.Text.Length, then)
        : (_depth == 0 ? null : Count(TextsOf.Value(argument, "").Sum(part => 1L + FactLimits.StepsOf(part.Text.Length)))) ?? then();

    private FailedValue? Count(long steps) => (_steps += steps) > FactLimits.MaxSteps
        ? new FailedValue(FailureKind.OverLimit, "The quantifier looks at more list items and text than one may.")
        : null;

    private Value EvaluateOptional(Expression expression)
    {
        if (listener is null)
            return ValueOf(expression);
        listener.Enter(expression);
        var value = ValueOf(expression);
        listener.Leave(expression, value);
        return value;
    }

    private Value ValueOf(Expression expression) =>
        expression switch
        {
            ConstantExpression constant => OfConstant(constant.Value),
            PathExpression path => facts.Read(path.Path),
            ItemExpression item => OfItem(item),
            HasExpression has => OfHas(has),
            CoalesceExpression coalesce => EvaluateOptional(coalesce.Optional) is var optional && optional is AbsentValue
                ? Evaluate(coalesce.Default)
                : optional,
            NotExpression not => OfTruth(not.Operand, truth => BoolValue.Of(!truth)),
            LogicalExpression { Operator: LogicalOperator.And } and => OfTruth(
                and.Left,
                left => left ? Evaluate(and.Right) : BoolValue.False),
            LogicalExpression or => OfTruth(or.Left, left => left ? BoolValue.True : Evaluate(or.Right)),
            CompareExpression compare => OfTwo(compare.Left, compare.Right, (left, right) => Comparison.Of(compare.Operator, left, right)),
            MembershipExpression { IsWrittenOut: true } membership => OfTwo(
                membership.Item,
                membership.List,
                (item, list) => BoolValue.Of(((ListValue)list).Items.Contains(item))),
            MembershipExpression membership => OfTwo(
                membership.Item,
                membership.List,
                (item, list) => Reading(Compared(item, ((ListValue)list).Items), () => BoolValue.Of(((ListValue)list).Items.Contains(item)))
            ),
            TextTestExpression test => OfTwo(
                test.Text,
                test.Part,
                (text, part) =>
                    Reading(
                        TextOf(test.Test == TextTest.Contains ? text : part).Length,
                        () => OfTextTest(test.Test, TextOf(text), TextOf(part)))),
            MatchesExpression matches => OfOne(matches.Text, text => Reading(text, () => OfMatch(matches, TextOf(text)))),
            ArithmeticExpression arithmetic => OfTwo(
                arithmetic.Left,
                arithmetic.Right,
                (left, right) => Arithmetic.Of(arithmetic.Kind, left, right)),
            NegateExpression negate => OfOne(negate.Operand, Arithmetic.Negate),
            ConvertExpression convert => OfOne(convert.Operand, value => Arithmetic.Convert(value, convert.Operand.Shape)),
            TableExpression table => OfOne(table.Key, key => OfTable(table, key)),
            LookupExpression lookup => OfOne(lookup.Key, key => OfLookup(lookup, key)),
            QuantifierExpression quantifier => OfOne(
                quantifier.List,
                list => Walk(() => OfQuantifier(quantifier, ((ListValue)list).Items))),
            DetectorExpression detector => OfOne(
                detector.Argument,
                argument =>
                    Reading(
                        argument,
                        () =>
                            OfAll(
                                detector.Classified,
                                shares => WorkedOut(DetectorQuestions.Answer(detectors, detector, shares, argument, Work))))),
            CallExpression { Arguments: [var text, var with] } call => OfTwo(
                text,
                with,
                (text, with) => Reading(text, () => Reading(with, () => BuiltInCalls.Compare(call, text, with, ShapeOf(call.Arguments[1]))))
            ),
            CallExpression call => OfAll(call.Arguments, arguments => OfCall(call, arguments)),
            ConcatExpression concat => OfTwo(
                concat.Left,
                concat.Right,
                (left, right) =>
                    WorkOut((long)TextOf(left).Length + TextOf(right).Length) ?? (Value)new TextValue(TextOf(left) + TextOf(right))),
            ListExpression list => OfAll(list.Items, items => new ListValue(items)),
            NamedExpression named => EvaluateOptional(named.Body),
            AggregateExpression asked => OfAll(asked.Keys, keys => OfPast((scope, now) => scope.Read(asked, keys, now))),
            FollowsExpression follows => OfAll(
                follows.Keys,
                keys => OfOne(follows.Step, step => OfPast((scope, now) => scope.Follows(follows, keys, StepOf(follows.Step, step), now)))),
            HeldForExpression held => OfPast((scope, now) => scope.HasHeld(held, now)),
            LimitPassedExpression passed => OfPast((scope, now) => scope.IsPassed(passed, this, listener, now)),
            OriginExpression origin => OfTwo(
                origin.Value,
                origin.Session,
                (value, session) => Reading(session, () => OfPast((scope, _) => scope.OriginOf(origin, TextOf(value), session)))),
            CarriesLabelExpression carries => OfOne(
                carries.Session,
                session => Reading(session, () => OfPast((scope, _) => scope.Carries(carries.Label, session)))),
            EventOutcomeExpression when outcome is { } decided => new NumberValue((long)decided),
            EventOutcomeExpression => new FailedValue(FailureKind.Internal, "Nothing is decided yet."),
            _ => throw new UnreachableException($"No meaning is given to {expression.GetType().Name}."),
        };

    private Value OfMatch(MatchesExpression matches, string text)
    {
        try
        {
            return BoolValue.Of(patterns.Find(matches.Pattern, matches.IgnoreCase).IsMatch(text, Work));
        }
        catch (SearchWorkException)
        {
            return new FailedValue(SearchWork.UsedUp);
        }
    }

    // The length of a list is known without going through it.
    private Value OfCall(CallExpression call, ValueList<Value> arguments) =>
        arguments[0] is ListValue && call.Function.Split('.')[0] == "length"
            ? BuiltInCalls.Call(call, arguments, ShapeOf(call.Arguments[0]))
            : Reading(arguments[0], () => WorkedOut(BuiltInCalls.Call(call, arguments, ShapeOf(call.Arguments[0]))));

    // Of what detectors and functions give, only texts and spans take room.
    private Value WorkedOut(Value value) => WorkOut(value switch
    {
        TextValue text => text.Text.Length,
        ListValue spans => spans.Items.Sum(span => (long)FactLimits.UnitsOfSpan + TextOf(((RecordValue)span).Find("digits")).Length),
        _ => 0,
    }) ?? value;

    private FailedValue? WorkOut(long units) => (_workedOut += units) > FactLimits.MaxWorkedOut ? BuiltInCalls.OverLimit : null;

    // Rules at several tools are bound once: what a whole fact of the tool is, only its layout says.
    private Shape ShapeOf(Expression expression) => expression switch
    {
        NamedExpression named => ShapeOf(named.Body),
        PathExpression path => facts.Find(path.Path)?.Shape ?? path.Shape,
        _ => expression.Shape,
    };

    private static readonly ValueList<string> s_now = ["now"];

    // A tool is known by its number among the tools.
    private static string StepOf(Expression step, Value value) =>
        step.Shape is EnumShape tools ? tools.Names[(int)((NumberValue)value).Number] : TextOf(value);

    private Value OfPast(Func<PastScope, long?, Value> then) =>
        past is null ? new FailedValue(StateFailure.NoState) : then(past, (facts.Read(s_now) as NumberValue)?.Number);

    private static Value OfConstant(object value) => value switch
    {
        bool truth => BoolValue.Of(truth),
        long number => new NumberValue(number),
        decimal number => new DecimalValue(number),
        string text => new TextValue(text),
        _ => throw new UnreachableException($"A constant holds a {value.GetType().Name}."),
    };

    private Value OfItem(ItemExpression item)
    {
        var value = _items[item.Variable];
        foreach (var name in item.Path)
        {
            if (value is RecordValue record)
                value = record.Find(name);
        }
        return value;
    }

    // Whether there is a row is asked by its key, and what else is written there says nothing more.
    private Value OfHas(HasExpression has)
    {
        var value = has.Operand is LookupExpression ? ValueOf(has.Operand) : EvaluateOptional(has.Operand);
        return value is FailedValue ? value : BoolValue.Of(value is not AbsentValue);
    }

    private static BoolValue OfTextTest(TextTest test, string text, string part) => BoolValue.Of(test switch
    {
        TextTest.Contains => text.Contains(part, StringComparison.Ordinal),
        TextTest.StartsWith => text.StartsWith(part, StringComparison.Ordinal),
        TextTest.EndsWith => text.EndsWith(part, StringComparison.Ordinal),
        _ => throw new UnreachableException($"No meaning is given to {test}."),
    });

    // In a rising enum a name that is not listed takes the value of the nearest lower one that is.
    private Value OfTable(TableExpression table, Value key)
    {
        var index = (int)((NumberValue)key).Number;
        if (table.Key.Shape is EnumShape { Rising: true })
        {
            while (index > 0 && table.Values[index] is null)
                index--;
        }
        return table.Values[index] is { } value ? Evaluate(value) : AbsentValue.Instance;
    }

    // Keys rise, so that a row is found by halves.
    private Value OfLookup(LookupExpression lookup, Value key)
    {
        var table = data.First(table => string.Equals(table.Name, lookup.Data, StringComparison.Ordinal));
        object sought = key is TextValue text ? text.Text : ((NumberValue)key).Number;
        var keys = table.Columns[0].Values;
        var (low, high) = (0, keys.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (DataTable.CompareKeys(keys[middle]!, sought) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == keys.Count || !keys[low]!.Equals(sought))
            return AbsentValue.Instance;
        var column = table.Columns.First(column => string.Equals(column.Name, lookup.Column, StringComparison.Ordinal));
        return column.Values[low] is { } value ? OfConstant(value) : AbsentValue.Instance;
    }

    private Value OfQuantifier(QuantifierExpression quantifier, ValueList<Value> items)
    {
        var count = 0L;
        foreach (var item in items)
        {
            var value = EvaluateAt(quantifier.Variable, item, quantifier.Body);
            if (value is FailedValue)
                return value;
            var holds = ((BoolValue)value).Truth;
            if (quantifier.Kind == QuantifierKind.Any && holds)
                return BoolValue.True;
            if (quantifier.Kind == QuantifierKind.All && !holds)
                return BoolValue.False;
            if (holds)
                count++;
        }
        return quantifier.Kind == QuantifierKind.Count ? new NumberValue(count) : BoolValue.Of(quantifier.Kind == QuantifierKind.All);
    }

    private Value OfTruth(Expression operand, Func<bool, Value> then) => OfOne(operand, value => then(((BoolValue)value).Truth));

    private Value OfOne(Expression operand, Func<Value, Value> then) => Evaluate(operand) switch
    {
        FailedValue failed => failed,
        var value => then(value),
    };

    private Value OfTwo(Expression left, Expression right, Func<Value, Value, Value> then) =>
        OfOne(left, first => OfOne(right, second => then(first, second)));

    private Value OfAll(ValueList<Expression> operands, Func<ValueList<Value>, Value> then)
    {
        var values = new List<Value>(operands.Count);
        foreach (var operand in operands)
        {
            var value = Evaluate(operand);
            if (value is FailedValue)
                return value;
            values.Add(value);
        }
        return then(values.ToValueList());
    }

    private static string TextOf(Value value) => ((TextValue)value).Text;

    private static string Absence(Expression expression) => expression switch
    {
        PathExpression path => $"The fact '{string.Join('.', path.Path)}'",
        ItemExpression { Path.Count: > 0 } item => $"The member '{string.Join('.', item.Path)}' of the item",
        TableExpression => "The value of the table",
        LookupExpression lookup => $"The value '{lookup.Data}.{lookup.Column}'",
        NamedExpression named => Absence(named.Body),
        _ => "The value",
    };
}
