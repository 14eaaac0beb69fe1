namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// What values on the evaluation stack are (ECMA-335, III.1.1): whole numbers of 32 and 64 bits, and each other type as itself, written as
/// <see cref="TypeText"/> writes it.
/// </summary>
internal static class StackType
{
    public const string Int32 = nameof(Int32);
    public const string Int64 = nameof(Int64);
    public const string Text = "String";

    /// <summary>The absent reference.</summary>
    public const string Null = "null";

    /// <summary>Where a decimal lies: taken of a variable, and given to a constructor that fills it.</summary>
    public const string PlaceOfDecimal = "the place of a decimal";

    public const string Void = nameof(Void);

    public static string Decimal { get; } = TypeText.Of(typeof(decimal));

    /// <summary>What a declared type is on the stack.</summary>
    public static string Of(string declared) => declared switch
    {
        "Boolean" or "Byte" or "Int32" or "UInt32" => Int32,
        "Int64" or "UInt64" => Int64,
        _ => declared,
    };

    public static bool IsNumber(string type) => type is Int32 or Int64;

    public static bool IsReference(string type) => type is Null or Text || type.StartsWith("class ", StringComparison.Ordinal);

    /// <summary>What two values are that come from two ways; null where they have nothing in common.</summary>
    public static string? Common(string left, string right) =>
        left == right || (right == Null && IsReference(left)) ? left
        : left == Null && IsReference(right) ? right
        : null;
}
