using System.Text;

namespace AirsPolicy.DetectorTraining.Disguises;

/// <summary>Texts written as numbers.</summary>
internal static class Encodings
{
    private static readonly Func<string, string>[] s_nested =
    [
        text => Percent(Percent(text)),
        text => Base64(Hex(text)),
        text => Percent(Base64(text)),
        text => Base64(Base64(Base64(text))),
        text => Base64(Alphabets.Rot13(text)),
    ];

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Encodings within encodings, two or three deep.</summary>
    public static string Nested(string text, int number) => s_nested[number % s_nested.Length](text);

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));

    private static string Percent(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:X2}"));
}
