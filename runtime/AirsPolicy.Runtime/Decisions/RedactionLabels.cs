using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Text;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// Names hidden values. A label carries a number that stays with the value for as long as this object lives, which a host keeps for a
/// session; a hash is keyed, so that it can be matched by who holds the key and guessed by nobody else. Values themselves are not kept. For
/// any number of threads.
/// </summary>
public sealed class RedactionLabels
{
    // 64 bits tell the values of one session apart and say nothing useful about them.
    private const int HashDigits = 16;

    /// <summary>
    /// How many values get a number. What comes after them is named by its hash instead, so that two values never share a name.
    /// </summary>
    public const int MostNumbers = 10_000;

    private readonly Lock _lock = new();
    private readonly byte[] _key;
    private readonly int _most;
    private readonly Dictionary<(string Kind, string Hash), int> _numbers = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Names values under a key.</summary>
    /// <param name="key">The host's secret; at least 16 bytes are advised.</param>
    public RedactionLabels(ReadOnlySpan<byte> key)
        : this(key, MostNumbers)
    {
    }

    private RedactionLabels(ReadOnlySpan<byte> key, int most) => (_key, _most) = (key.ToArray(), most);

    /// <summary>Names values under a key by their hashes alone, which need no memory.</summary>
    public static RedactionLabels WithoutNumbers(ReadOnlySpan<byte> key) => new(key, 0);

    /// <summary>What stands in the place of a hidden value.</summary>
    /// <param name="method">
    /// How it is hidden: <c>[pii.card-1]</c>, <c>[pii.card#9f86d081884c7d65]</c>, one asterisk a Unicode scalar, or nothing.
    /// </param>
    /// <param name="kind">What was found.</param>
    /// <param name="value">The hidden value.</param>
    public string Substitute(RedactionMethod method, string kind, ReadOnlySpan<char> value) => method switch
    {
        RedactionMethod.Label => NumberOf(kind, value) is { } number ? $"[{kind}-{number}]" : $"[{kind}#{HashOf(value)}]",
        RedactionMethod.Hash => $"[{kind}#{HashOf(value)}]",
        RedactionMethod.Mask => new string('*', TextMeasures.ScalarCount(value)),
        _ => "",
    };

    private string? NumberOf(string kind, ReadOnlySpan<char> value)
    {
        var hash = (kind, HashOf(value));
        int number;
        lock (_lock)
        {
            if (!_numbers.TryGetValue(hash, out number))
            {
                if (_numbers.Count >= _most)
                    return null;
                number = _counts.GetValueOrDefault(kind) + 1;
                _counts[kind] = number;
                _numbers[hash] = number;
            }
        }
        return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private string HashOf(ReadOnlySpan<char> value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(value.ToString())))[..HashDigits];
}
