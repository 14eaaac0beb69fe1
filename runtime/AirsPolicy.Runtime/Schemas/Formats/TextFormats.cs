using System.Collections.Frozen;
using AirsPolicy.Runtime.Schemas.Patterns;

namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>The formats of texts that can be checked (JSON Schema validation section 7.3), by name. Others say nothing.</summary>
internal static class TextFormats
{
    private static readonly FrozenDictionary<string, Func<string, bool>> s_formats = new Dictionary<string, Func<string, bool>>
    {
        ["date"] = text => TimeFormats.IsDate(text),
        ["time"] = text => TimeFormats.IsTime(text),
        ["date-time"] = text => TimeFormats.IsDateTime(text),
        ["duration"] = DurationFormat.Fits,
        ["email"] = EmailFormat.Fits,
        ["hostname"] = text => HostnameFormat.Fits(text),
        ["ipv4"] = text => AddressFormats.IsIpv4(text),
        ["ipv6"] = text => AddressFormats.IsIpv6(text),
        ["uri"] = UriFormat.Fits,
        ["uuid"] = UuidFormat.Fits,
        ["json-pointer"] = PointerFormat.Fits,
        ["regex"] = text => EcmaScriptPattern.Parse(text).IsWellFormed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The check of a format, or null.</summary>
    public static Func<string, bool>? Find(string format) => s_formats.GetValueOrDefault(format);
}
