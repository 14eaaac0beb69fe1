namespace AirsPolicy.Runtime.Functions;

/// <summary>
/// Makes a static method a function of the language. It takes the frame and one argument as <see cref="BuiltinKind"/> says, and where the
/// shape of the argument matters the compiled shape; one that compares takes a text, what it is compared with, and the compiled shape of
/// that. It gives a value as it lies in a slot, or <see cref="BuiltinFunctions.OverLimit"/>.
/// </summary>
/// <param name="id">The name of the form: the name of the function alone, or with what tells the form apart (<c>length.list</c>).</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BuiltinFunctionAttribute(string id) : Attribute
{
    public string Id { get; } = id;

    /// <summary>What the argument is.</summary>
    public required BuiltinKind Parameter { get; init; }

    /// <summary>What the argument, a text, is compared with; <see cref="BuiltinKind.None"/> where there is one argument only.</summary>
    public BuiltinKind With { get; init; }

    /// <summary>What the function gives.</summary>
    public required BuiltinKind Result { get; init; }

    /// <summary>What it means, one sentence for readers and for hover.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// How many nanoseconds it takes for a thousand bytes of its argument, roughly; the cheapest deciding test goes first.
    /// </summary>
    public required int Cost { get; init; }
}
