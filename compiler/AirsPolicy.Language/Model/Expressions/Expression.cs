using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Model.Expressions;

/// <summary>
/// A checked expression. It is total: its evaluation gives a value of <see cref="Shape"/> or a failure of the rule. Operands are
/// evaluated from left to right; <c>and</c>, <c>or</c>, <c>??</c> and tables evaluate only what they need.
/// </summary>
/// <param name="Shape">What its value is.</param>
/// <param name="Place">Where it is written.</param>
public abstract record Expression(Shape Shape, SourcePlace Place);

/// <summary>A value that is written down or worked out when compiled.</summary>
/// <param name="Value">
/// A <see cref="bool"/>; a <see cref="long"/> for int, share, duration, instant, date, size and enum (as in a slot); a
/// <see cref="decimal"/> for decimal and money; a <see cref="string"/> for text.
/// </param>
public sealed record ConstantExpression(object Value, Shape Shape, SourcePlace Place) : Expression(Shape, Place);

/// <summary>
/// The value of a fact. Reading one that is absent fails the rule; the binder lets an optional one be read only where it is known to be
/// there.
/// </summary>
/// <param name="Path">The names from the root of the point's facts (<c>args</c>, <c>amount</c>); aliases are worked in.</param>
public sealed record PathExpression(ValueList<string> Path, Shape Shape, SourcePlace Place) : Expression(Shape, Place);

/// <summary>The item that a quantifier or drop is at, or a member of it.</summary>
/// <param name="Variable">The number of the variable: 0 for the outermost in the rule, rising inwards.</param>
/// <param name="Path">The members from the item; empty for the item itself.</param>
public sealed record ItemExpression(int Variable, ValueList<string> Path, Shape Shape, SourcePlace Place) : Expression(Shape, Place);

/// <summary>Whether an optional fact or member is there. False also where something above it is absent.</summary>
/// <param name="Operand">
/// A <see cref="PathExpression"/> or <see cref="ItemExpression"/>, or a <see cref="LookupExpression"/>: of the column of the keys it is
/// there where the row is.
/// </param>
public sealed record HasExpression(Expression Operand, SourcePlace Place) : Expression(BoolShape.Instance, Place);

/// <summary><c>x ?? default</c>: the value where it is there, else the default.</summary>
/// <param name="Optional">
/// A <see cref="PathExpression"/>, an <see cref="ItemExpression"/>, a <see cref="LookupExpression"/>, or a <see cref="TableExpression"/>
/// without a default.
/// </param>
/// <param name="Default">Evaluated only where the value is absent.</param>
public sealed record CoalesceExpression(Expression Optional, Expression Default, Shape Shape, SourcePlace Place) : Expression(Shape, Place);

/// <summary>The other truth.</summary>
public sealed record NotExpression(Expression Operand, SourcePlace Place) : Expression(BoolShape.Instance, Place);

/// <summary><c>and</c> or <c>or</c>; the right side is evaluated only where the left does not decide.</summary>
public sealed record LogicalExpression(LogicalOperator Operator, Expression Left, Expression Right, SourcePlace Place)
    : Expression(BoolShape.Instance, Place);

/// <summary>Compares two values of one kind. Texts, lists and bools only by equality.</summary>
/// <param name="Operator">The comparison.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value; the binder has brought both to one shape (<see cref="ConvertExpression"/>).</param>
public sealed record CompareExpression(CompareOperator Operator, Expression Left, Expression Right, SourcePlace Place)
    : Expression(BoolShape.Instance, Place);

/// <summary>Whether a list holds a value (<c>v in xs</c>, <c>xs contains v</c>).</summary>
/// <param name="Item">The value.</param>
/// <param name="List">A fact, an item's member, or a <see cref="ListExpression"/>.</param>
public sealed record MembershipExpression(Expression Item, Expression List, SourcePlace Place) : Expression(BoolShape.Instance, Place)
{
    /// <summary>The list stands in the policy, of constants alone, so that nothing is gone through.</summary>
    public bool IsWrittenOut =>
        List is ListExpression { Items.Count: > 0 } written && written.Items.All(item => item is ConstantExpression);
}

/// <summary>Compares two texts by ordinal: contains, starts with, ends with.</summary>
public sealed record TextTestExpression(TextTest Test, Expression Text, Expression Part, SourcePlace Place)
    : Expression(BoolShape.Instance, Place);

/// <summary>Whether a pattern matches somewhere in a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Pattern">The source of the pattern, between its slashes.</param>
/// <param name="IgnoreCase">The flag <c>i</c>.</param>
public sealed record MatchesExpression(Expression Text, string Pattern, bool IgnoreCase, SourcePlace Place)
    : Expression(BoolShape.Instance, Place);

/// <summary>Arithmetic of the closed table; overflow fails the rule.</summary>
/// <param name="Kind">The row of the table.</param>
public sealed record ArithmeticExpression(ArithmeticKind Kind, Expression Left, Expression Right, Shape Shape, SourcePlace Place)
    : Expression(Shape, Place);

/// <summary>The value with the other sign; int, decimal, money or duration.</summary>
public sealed record NegateExpression(Expression Operand, Shape Shape, SourcePlace Place) : Expression(Shape, Place);

/// <summary>A change of shape that loses nothing: int or share to decimal.</summary>
public sealed record ConvertExpression(Expression Operand, Shape Shape, SourcePlace Place) : Expression(Shape, Place);

/// <summary><c>by key { name value, … }</c>: the value that stands beside the key's name.</summary>
/// <param name="Key">A value of an <see cref="EnumShape"/>.</param>
/// <param name="Values">
/// One entry for every name of the enum, in its order; null where the table gives none (a rising enum takes the value of the nearest lower
/// name listed).
/// </param>
public sealed record TableExpression(Expression Key, ValueList<Expression?> Values, Shape Shape, SourcePlace Place)
    : Expression(Shape, Place);

/// <summary>What stands in the row of a key. It may be absent, as the row may, and reading it then fails the rule.</summary>
/// <param name="Data">The qualified name of the table.</param>
/// <param name="Column">The name of the column.</param>
/// <param name="Key">The key: a text, or a value that is a number in a slot.</param>
public sealed record LookupExpression(string Data, string Column, Expression Key, Shape Shape, SourcePlace Place)
    : Expression(Shape, Place);

/// <summary>
/// <c>any x in xs: E</c>, <c>all x in xs: E</c>, <c>count x in xs: E</c>. Ends at the first item that decides, or that fails.
/// </summary>
/// <param name="Kind">Which; count gives an int and looks at every item.</param>
/// <param name="Variable">The number by which <paramref name="Body"/> names the item.</param>
/// <param name="List">The list.</param>
/// <param name="Body">The condition on an item.</param>
public sealed record QuantifierExpression(
    QuantifierKind Kind,
    int Variable,
    Expression List,
    Expression Body,
    Shape Shape,
    SourcePlace Place
) : Expression(Shape, Place);

/// <summary>What a detector says of a text, of the texts of a list, or of all texts of a record.</summary>
/// <param name="Detector">The qualified name.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Argument">The text, list or record.</param>
/// <param name="Classified">
/// What classifiers say of the text, for each that the detector asks, itself or through others, once, ordered by name: the facts
/// <see cref="AirsPolicy.Runtime.Facts.ClassifierFact"/>. The argument is the text of the point then.
/// </param>
public sealed record DetectorExpression(
    string Detector,
    DetectorQuestion Question,
    Expression Argument,
    Shape Shape,
    SourcePlace Place,
    ValueList<Expression> Classified = default
) : Expression(Shape, Place);

/// <summary>A call of a built-in function.</summary>
/// <param name="Function">
/// The name of the function and, where it has several forms, of the form, as the table of built-ins has them.
/// </param>
public sealed record CallExpression(string Function, ValueList<Expression> Arguments, Shape Shape, SourcePlace Place)
    : Expression(Shape, Place);

/// <summary>Texts joined in order (<c>a + b</c>).</summary>
public sealed record ConcatExpression(Expression Left, Expression Right, SourcePlace Place) : Expression(TextShape.Instance, Place);

/// <summary>A list that is written down; only beside <c>in</c>, <c>contains</c>, <c>==</c> and <c>!=</c>, and in quantifiers.</summary>
public sealed record ListExpression(ValueList<Expression> Items, Shape Shape, SourcePlace Place) : Expression(Shape, Place);

/// <summary>The body of a <c>let</c> where it is used; evaluates as its body and gives explanations a name.</summary>
public sealed record NamedExpression(string Name, Expression Body, SourcePlace Place) : Expression(Body.Shape, Place);

/// <summary>
/// What the decisions of the past, the present one excluded, add up to. Fails where a key is absent, where no history is at hand, and where
/// what counts cannot be told.
/// </summary>
/// <param name="Aggregate">The number of the aggregate in the policy.</param>
/// <param name="Keys">
/// Who or what is asked about: the values at the decision that asks, in the order of the keys of the aggregate's sources.
/// </param>
/// <param name="Shape">An int for counts, the shape of the value for sums.</param>
public sealed record AggregateExpression(int Aggregate, ValueList<Expression> Keys, Shape Shape, SourcePlace Place)
    : Expression(Shape, Place);

/// <summary>
/// Whether one more step keeps to an order, of which the steps so far are those of the past; a bool. Fails where a key is absent, and where
/// the steps so far cannot be told.
/// </summary>
/// <param name="Aggregate">The number of the aggregate that keeps the order.</param>
/// <param name="Keys">Of what the steps are: the values at the decision that asks.</param>
/// <param name="Step">The step: a text, or a tool.</param>
public sealed record FollowsExpression(int Aggregate, ValueList<Expression> Keys, Expression Step, SourcePlace Place)
    : Expression(BoolShape.Instance, Place);

/// <summary>
/// Whether the draw of this decision takes the total of a limit over a share of what it allows; a bool, false where it draws nothing. Fails
/// where the key, amount or value is absent, where the amount is negative, and where what was drawn cannot be told.
/// </summary>
/// <param name="Limit">The number of the limit in the policy.</param>
/// <param name="Arm">The number of the share in the limit.</param>
public sealed record LimitPassedExpression(int Limit, int Arm, SourcePlace Place) : Expression(BoolShape.Instance, Place);

/// <summary>
/// Whether the condition of a trigger has held at every signal of some time; a bool. What holds at this one is for the condition beside it.
/// Fails where no state is at hand.
/// </summary>
/// <param name="Trigger">The number of the trigger through all charts.</param>
/// <param name="Ticks">For how long.</param>
public sealed record HeldForExpression(int Trigger, long Ticks, SourcePlace Place) : Expression(BoolShape.Instance, Place);

/// <summary>The outcome of a recorded decision; only in the expressions of an event's source.</summary>
public sealed record EventOutcomeExpression(SourcePlace Place) : Expression(DecisionFacts.Outcome, Place);

/// <summary>
/// Where a value came from: the labels of the texts of the session in which it occurs, in the order of the enum of origins. Never empty:
/// <c>model</c> where none has it. Fails where no history is at hand.
/// </summary>
/// <param name="Value">A text.</param>
/// <param name="Session">Whose texts are looked through.</param>
public sealed record OriginExpression(Expression Value, Expression Session, Shape Shape, SourcePlace Place) : Expression(Shape, Place);

/// <summary>Whether a session carries a label.</summary>
/// <param name="Label">The label, without the name of its package.</param>
/// <param name="Session">The session.</param>
public sealed record CarriesLabelExpression(string Label, Expression Session, SourcePlace Place) : Expression(BoolShape.Instance, Place);
