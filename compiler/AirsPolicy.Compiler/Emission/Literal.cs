using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace AirsPolicy.Compiler.Emission;

/// <summary>A value in emitted code, quoted by Roslyn, so that no text of a policy can become code.</summary>
internal readonly record struct Literal
{
    private Literal(string text) => Text = text;

    public string Text { get; }

    public static Literal Of(bool value) => new(value ? "true" : "false");

    public static Literal Of(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A 64-bit number; the least has no literal of its own and is spelt as it is defined.</summary>
    public static Literal Of(long value) =>
        new(value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L");

    /// <summary>A decimal with its scale.</summary>
    public static Literal Of(decimal value) => new(value.ToString(CultureInfo.InvariantCulture) + "m");

    public static Literal Of(string value) => new(SymbolDisplay.FormatLiteral(value, quote: true));
}
