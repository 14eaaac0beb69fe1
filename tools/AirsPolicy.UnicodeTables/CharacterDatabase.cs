namespace AirsPolicy.UnicodeTables;

/// <summary>The properties of one Unicode version that the tables are made of, one entry per code point.</summary>
internal sealed class CharacterDatabase
{
    public const int CodePointCount = 0x110000;

    private readonly string _folder;

    private CharacterDatabase(string folder)
    {
        _folder = folder;
        Version = ReadVersion(folder);
        ReadCharacters();
        foreach (var row in DatabaseFile.Rows(Path.Combine(folder, "Scripts.txt")))
            foreach (var codePoint in DatabaseFile.CodePoints(row[0])) Script[codePoint] = row[1];
        ReadCaseFolding();
        foreach (var row in DatabaseFile.Rows(Path.Combine(folder, "PropertyValueAliases.txt")))
            if (row[0] is "gc" or "sc") Aliases.Add((row[0], row[1], row[2]));
    }

    public string Version { get; }

    /// <summary>General_Category, "Cn" where unassigned.</summary>
    public string[] Category { get; } = Filled("Cn");

    public string[] Script { get; } = Filled("Unknown");

    public byte[] CombiningClass { get; } = new byte[CodePointCount];

    /// <summary>Value of a decimal digit (Nd), else -1.</summary>
    public sbyte[] DigitValue { get; } = Filled<sbyte>(-1);

    /// <summary>Decomposition_Mapping as written: one step, not applied again.</summary>
    public Dictionary<int, (bool Canonical, int[] Mapping)> Decomposition { get; } = [];

    /// <summary>Simple case folding, statuses C and S.</summary>
    public Dictionary<int, int> SimpleFolding { get; } = [];

    /// <summary>Full case folding, statuses C and F.</summary>
    public Dictionary<int, int[]> FullFolding { get; } = [];

    /// <summary>Short and long names of general categories (gc) and scripts (sc).</summary>
    public List<(string Property, string Short, string Long)> Aliases { get; } = [];

    public static CharacterDatabase Read(string folder) => new(folder);

    /// <summary>The code points that have a binary property, or a value in a file of values.</summary>
    public bool[] Having(string file, string value)
    {
        var set = new bool[CodePointCount];
        foreach (var row in DatabaseFile.Rows(Path.Combine(_folder, file)))
            if (row[1] == value)
                foreach (var codePoint in DatabaseFile.CodePoints(row[0])) set[codePoint] = true;
        return set;
    }

    /// <summary>The value of each code point in a file of values.</summary>
    public string[] Values(string file, string otherwise)
    {
        var values = Filled(otherwise);
        foreach (var row in DatabaseFile.Rows(Path.Combine(_folder, file)))
            foreach (var codePoint in DatabaseFile.CodePoints(row[0])) values[codePoint] = row[1];
        return values;
    }

    private static T[] Filled<T>(T value)
    {
        var array = new T[CodePointCount];
        Array.Fill(array, value);
        return array;
    }

    private static string ReadVersion(string folder)
    {
        // "# Scripts-15.0.0.txt"
        var first = File.ReadLines(Path.Combine(folder, "Scripts.txt")).First();
        return first[(first.IndexOf('-', StringComparison.Ordinal) + 1)..^".txt".Length];
    }

    private void ReadCharacters()
    {
        var rangeFirst = -1;
        foreach (var row in DatabaseFile.Rows(Path.Combine(_folder, "UnicodeData.txt")))
        {
            var codePoint = DatabaseFile.Hexadecimal(row[0]);
            if (row[1].EndsWith(", First>", StringComparison.Ordinal))
            {
                rangeFirst = codePoint;
                continue;
            }
            var first = row[1].EndsWith(", Last>", StringComparison.Ordinal) ? rangeFirst : codePoint;
            for (var each = first; each <= codePoint; each++)
            {
                Category[each] = row[2];
                CombiningClass[each] = byte.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture);
                if (row[2] == "Nd") DigitValue[each] = sbyte.Parse(row[6], System.Globalization.CultureInfo.InvariantCulture);
            }
            if (row[5].Length == 0) continue;
            var canonical = row[5][0] != '<';
            Decomposition[codePoint] = (
                canonical,
                DatabaseFile.Sequence(canonical ? row[5] : row[5][(row[5].IndexOf('>', StringComparison.Ordinal) + 1)..]));
        }
    }

    private void ReadCaseFolding()
    {
        foreach (var row in DatabaseFile.Rows(Path.Combine(_folder, "CaseFolding.txt")))
        {
            var codePoint = DatabaseFile.Hexadecimal(row[0]);
            var mapping = DatabaseFile.Sequence(row[2]);
            if (row[1] is "C" or "S") SimpleFolding[codePoint] = mapping[0];
            if (row[1] is "C" or "F") FullFolding[codePoint] = mapping;
        }
    }
}
