using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Values;

/// <summary>What an expression comes to: a value, nothing where an optional is absent, or the reason why there is none.</summary>
internal abstract record Value;

/// <summary>A truth.</summary>
internal sealed record BoolValue(bool Truth) : Value
{
    public static readonly BoolValue True = new(true);
    public static readonly BoolValue False = new(false);

    public static BoolValue Of(bool truth) => truth ? True : False;
}

/// <summary>An int, share, duration, instant, date, size or enum, as in a slot.</summary>
internal sealed record NumberValue(long Number) : Value;

/// <summary>A decimal or an amount; equal to another whatever the zeros behind the point.</summary>
internal sealed record DecimalValue(decimal Number) : Value;

/// <summary>A text.</summary>
internal sealed record TextValue(string Text) : Value;

/// <summary>Any JSON value, as received.</summary>
internal sealed record JsonValue(string Json) : Value;

/// <summary>A list.</summary>
internal sealed record ListValue(ValueList<Value> Items) : Value;

/// <summary>A record; a member that is absent is not listed.</summary>
internal sealed record RecordValue(ValueList<MemberValue> Members) : Value
{
    /// <summary>The member, or <see cref="AbsentValue"/>.</summary>
    public Value Find(string name)
    {
        foreach (var member in Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
                return member.Value;
        }
        return AbsentValue.Instance;
    }
}

/// <summary>A member of a record.</summary>
/// <param name="Name">The name in the language.</param>
/// <param name="WireName">The name in JSON.</param>
internal sealed record MemberValue(string Name, string WireName, Value Value);

/// <summary>An optional that is absent. Only <c>has</c> and <c>??</c> see it.</summary>
internal sealed record AbsentValue : Value
{
    public static readonly AbsentValue Instance = new();
}

/// <summary>The expression cannot be evaluated.</summary>
internal sealed record FailedValue(Failure Failure) : Value
{
    public FailedValue(FailureKind kind, string detail)
        : this(new Failure(kind, detail))
    {
    }
}
