using System.Collections.Frozen;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>What follows the country and the check digits of an IBAN, country by country (SWIFT, IBAN Registry; ISO 13616-1).</summary>
internal static class IbanStructures
{
    /// <summary>The longest IBAN, in characters.</summary>
    public const int Longest = 34;

    // A count and a kind, in turn: n digits, a letters, c both.
    private static readonly FrozenDictionary<string, string> s_structures = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ad"] = "8n12c",
        ["ae"] = "19n",
        ["al"] = "8n16c",
        ["at"] = "16n",
        ["az"] = "4a20c",
        ["ba"] = "16n",
        ["be"] = "12n",
        ["bg"] = "4a6n8c",
        ["bh"] = "4a14c",
        ["bi"] = "23n",
        ["br"] = "23n1a1c",
        ["by"] = "4c4n16c",
        ["ch"] = "5n12c",
        ["cr"] = "18n",
        ["cy"] = "8n16c",
        ["cz"] = "20n",
        ["de"] = "18n",
        ["dj"] = "23n",
        ["dk"] = "14n",
        ["do"] = "4c20n",
        ["ee"] = "16n",
        ["eg"] = "25n",
        ["es"] = "20n",
        ["fi"] = "14n",
        ["fo"] = "14n",
        ["fr"] = "10n11c2n",
        ["gb"] = "4a14n",
        ["ge"] = "2a16n",
        ["gi"] = "4a15c",
        ["gl"] = "14n",
        ["gr"] = "7n16c",
        ["gt"] = "24c",
        ["hr"] = "17n",
        ["hu"] = "24n",
        ["ie"] = "4a14n",
        ["il"] = "19n",
        ["iq"] = "4a15n",
        ["is"] = "22n",
        ["it"] = "1a10n12c",
        ["jo"] = "4a4n18c",
        ["kw"] = "4a22c",
        ["kz"] = "3n13c",
        ["lb"] = "4n20c",
        ["lc"] = "4a24c",
        ["li"] = "5n12c",
        ["lt"] = "16n",
        ["lu"] = "3n13c",
        ["lv"] = "4a13c",
        ["ly"] = "21n",
        ["mc"] = "10n11c2n",
        ["md"] = "20c",
        ["me"] = "18n",
        ["mk"] = "3n10c2n",
        ["mr"] = "23n",
        ["mt"] = "4a5n18c",
        ["mu"] = "4a19n3a",
        ["nl"] = "4a10n",
        ["no"] = "11n",
        ["pk"] = "4a16c",
        ["pl"] = "24n",
        ["ps"] = "4a21c",
        ["pt"] = "21n",
        ["qa"] = "4a21c",
        ["ro"] = "4a16c",
        ["rs"] = "18n",
        ["ru"] = "14n15c",
        ["sa"] = "2n18c",
        ["sc"] = "4a20n3a",
        ["sd"] = "14n",
        ["se"] = "20n",
        ["si"] = "15n",
        ["sk"] = "20n",
        ["sm"] = "1a10n12c",
        ["st"] = "21n",
        ["sv"] = "4a20n",
        ["tl"] = "19n",
        ["tn"] = "20n",
        ["tr"] = "6n16c",
        ["ua"] = "6n19c",
        ["va"] = "18n",
        ["vg"] = "4a16n",
        ["xk"] = "16n",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_structures.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many characters the IBANs of a country have, in small letters; 0 where it has none.</summary>
    public static int LengthOf(ReadOnlySpan<char> country)
    {
        if (!s_lookup.TryGetValue(country, out var structure)) return 0;
        var length = 4;
        for (var at = 0; at < structure.Length;)
            length += TakeCount(structure, ref at, out _);
        return length;
    }

    /// <summary>Whether an IBAN of the right length, in small letters, has the kinds of characters that its country gives it.</summary>
    public static bool Fit(ReadOnlySpan<char> iban)
    {
        var place = 4;
        var structure = s_lookup[iban[..2]];
        for (var at = 0; at < structure.Length;)
        {
            var count = TakeCount(structure, ref at, out var kind);
            foreach (var character in iban.Slice(place, count))
            {
                if (kind == 'n' && character > '9' || kind == 'a' && character <= '9') return false;
            }
            place += count;
        }
        return true;
    }

    /// <summary>Whether there is nothing but a letter at a place behind the country, in small letters, and the check digits.</summary>
    public static bool IsLetter(ReadOnlySpan<char> country, int place)
    {
        if (place < 4 || !s_lookup.TryGetValue(country, out var structure)) return false;
        var end = 4;
        for (var at = 0; at < structure.Length;)
        {
            end += TakeCount(structure, ref at, out var kind);
            if (place < end) return kind == 'a';
        }
        return false;
    }

    private static int TakeCount(string structure, ref int at, out char kind)
    {
        var count = 0;
        while (char.IsAsciiDigit(structure[at]))
            count = 10 * count + (structure[at++] - '0');
        kind = structure[at++];
        return count;
    }
}
