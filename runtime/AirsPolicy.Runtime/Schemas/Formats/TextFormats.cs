using System.Collections.Frozen;
using AirsPolicy.Runtime.Schemas.Patterns;

namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>Whether a text is of a format.</summary>
internal delegate bool TextFormat(ReadOnlySpan<char> text);

/// <summary>The formats of texts that can be checked (JSON Schema validation section 7.3), by name. Others say nothing.</summary>
internal static class TextFormats
{
    private static readonly FrozenDictionary<string, TextFormat> s_formats = new Dictionary<string, TextFormat>
    {
        ["date"] = TimeFormats.IsDate,
        ["time"] = TimeFormats.IsTime,
        ["date-time"] = TimeFormats.IsDateTime,
        ["duration"] = DurationFormat.Fits,
        ["email"] = EmailFormat.Fits,
        ["hostname"] = HostnameFormat.Fits,
        ["ipv4"] = AddressFormats.IsIpv4,
        ["ipv6"] = AddressFormats.IsIpv6,
        ["uri"] = UriFormat.Fits,
        ["uuid"] = UuidFormat.Fits,
        ["json-pointer"] = PointerFormat.Fits,
        [Regex] = text => EcmaScriptPattern.Parse(text.ToString()).IsWellFormed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The format whose check reads a pattern, which takes memory.</summary>
    public const string Regex = "regex";

    /// <summary>The check of a format, or null.</summary>
    public static TextFormat? Find(string format) => s_formats.GetValueOrDefault(format);
}
