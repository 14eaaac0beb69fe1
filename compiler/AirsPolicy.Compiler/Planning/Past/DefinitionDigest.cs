using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>
/// What a record of the model means, as a digest: the same wherever it is written, another where anything it says is other. By it a host
/// tells which counts go on when a policy is exchanged.
/// </summary>
internal static class DefinitionDigest
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(object definition)
    {
        var text = new StringBuilder();
        Write(text, definition);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Every piece says where it ends, so that no two definitions come to one text.
    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('~');
                break;
            case SourcePlace:
                break;
            case string part:
                text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
                break;
            case bool or int or long or decimal or Enum:
                text.Append(CultureInfo.InvariantCulture, $"{value};");
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                    Write(text, item);
                text.Append(']');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"({value.GetType().Name};");
                foreach (
                    var parameter in value.GetType().GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!.GetParameters()
                )
                    Write(text, value.GetType().GetProperty(parameter.Name!)!.GetValue(value));
                text.Append(')');
                break;
        }
    }
}
