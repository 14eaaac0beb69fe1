using System.Globalization;

namespace AirsPolicy.Runtime.Tests.Schemas;

/// <summary>
/// Draws schemas that use every keyword and values that have a chance to fit them: few names, few texts, few numbers, so that both often
/// meet.
/// </summary>
/// <param name="random">Where the draws come from.</param>
internal sealed class RandomSchemas(Random random)
{
    private static readonly string[] s_names = ["a", "b", "ab", "x-1", "\u00E9", "c"];

    private static readonly string[] s_texts =
    [
        "",
        "a",
        "ab",
        "b1",
        "x-1",
        "\u00E9",
        "\U0001F600a",
        "2027-01-31",
        "2027-02-30",
        "10.0.0.1",
        "a@b.example",
        "1h",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];

    private static readonly string[] s_numbers =
    [
        "0",
        "-0",
        "1",
        "1.0",
        "1e0",
        "2",
        "-1",
        "0.5",
        "1.5",
        "100",
        "1e2",
        "10.00",
        "0.1",
        "0.30",
        "3",
        "9007199254740993",
        "1e30",
        "1234567890123456789012345678",
        "-1e-7",
        "6",
    ];

    private static readonly string[] s_patterns =
    [
        "^a",
        "b$",
        "^$",
        "a|b",
        "[0-9]",
        "^[a-z]+[0-9]*$",
        ".",
        "\\\\d{2,3}",
        "\\\\bx",
        "^(a|b)*$",
        "[^a]",
        "\\\\w-\\\\w",
    ];

    private static readonly string[] s_formats =
    [
        "date",
        "date-time",
        "time",
        "duration",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uuid",
        "json-pointer",
        "unknown",
    ];

    private static readonly string[] s_types = ["null", "boolean", "integer", "number", "string", "array", "object"];

    /// <summary>A schema with definitions that it refers to.</summary>
    public string Schema()
    {
        var definitions = string.Join(',', Enumerable.Range(0, 2).Select(i => $"\"d{i}\":{Inner(2)}"));
        var root = Inner(3);
        return root.Length > 2 && root[0] == '{'
            ? $"{{\"$defs\":{{{definitions}}},{root[1..]}"
            : $"{{\"$defs\":{{{definitions}}},\"allOf\":[{root}]}}";
    }

    /// <summary>A value, without repeated names.</summary>
    public string Value(int depth = 3) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => Pick("null", "true", "false"),
        1 or 2 => Pick(s_numbers),
        3 or 4 => Quoted(Pick(s_texts)),
        5 => $"[{string.Join(Pick(",", " , "), Enumerable.Range(0, random.Next(5)).Select(_ => Value(depth - 1)))}]",
        _ => $"{{{string.Join(',', Some(s_names).Select(name => $"{Quoted(name)}: {Value(depth - 1)}"))}}}",
    };

    private string Inner(int depth)
    {
        if (random.Next(12) == 0)
            return Pick("true", "false", "{}");
        var keywords = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(_ => Keyword(depth))
            .DistinctBy(keyword => keyword[..keyword.IndexOf(':', StringComparison.Ordinal)], StringComparer.Ordinal);
        return $"{{{string.Join(',', keywords)}}}";
    }

    private string Keyword(int depth) =>
        random.Next(depth > 0 ? 40 : 19) switch
        {
            0 or 1 or 2 =>
                $"\"type\":{(random.Next(4) == 0 ? $"[{string.Join(',', Some(s_types).DefaultIfEmpty("null").Select(Quoted))}]" : Quoted(Pick(s_types)))}",
            3 => $"\"enum\":[{string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Value(1)))}]",
            4 => $"\"const\":{Value(2)}",
            5 => $"\"minimum\":{Pick(s_numbers)}",
            6 => $"\"maximum\":{Pick(s_numbers)}",
            7 => $"\"exclusiveMinimum\":{Pick(s_numbers)}",
            8 => $"\"exclusiveMaximum\":{Pick(s_numbers)}",
            9 => $"\"multipleOf\":{Pick("1", "0.1", "2", "0.5", "3", "1e2", "0.30")}",
            10 => $"\"minLength\":{Count()}",
            11 => $"\"maxLength\":{Count()}",
            12 => $"\"pattern\":\"{Pick(s_patterns)}\"",
            13 => $"\"format\":{Quoted(Pick(s_formats))}",
            14 => $"\"required\":[{Names()}]",
            15 => Pick("\"minItems\":", "\"maxItems\":", "\"minProperties\":", "\"maxProperties\":") + Count(),
            16 => "\"uniqueItems\":true",
            17 => $"\"dependentRequired\":{{{Quoted(Pick(s_names))}:[{Names()}]}}",
            18 => $"\"$ref\":\"#/$defs/d{random.Next(2)}\"",
            19 or 20 => $"\"items\":{Inner(depth - 1)}",
            21 => $"\"prefixItems\":[{Inner(depth - 1)},{Inner(depth - 1)}]",
            22 => $"\"contains\":{Inner(depth - 1)}",
            23 => $"\"contains\":{Inner(depth - 1)},\"minContains\":{Count()},\"maxContains\":{Count()}",
            24 or 25 or 26 or 27 => $"\"properties\":{{{Members(depth)}}}",
            28 => $"\"patternProperties\":{{\"{Pick(s_patterns)}\":{Inner(depth - 1)}}}",
            29 or 30 => $"\"additionalProperties\":{Inner(depth - 1)}",
            31 => $"\"propertyNames\":{Inner(depth - 1)}",
            32 => $"\"dependentSchemas\":{{{Quoted(Pick(s_names))}:{Inner(depth - 1)}}}",
            33 => $"\"not\":{Inner(depth - 1)}",
            34 => $"\"if\":{Inner(depth - 1)},\"then\":{Inner(depth - 1)},\"else\":{Inner(depth - 1)}",
            35 => $"\"{Pick("unevaluatedProperties", "unevaluatedItems")}\":{Inner(depth - 1)}",
            36 => $"\"{Pick("x-airs", "title")}\":\"date\"",
            _ =>
                $"\"{Pick("allOf", "anyOf", "oneOf")}\":[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Inner(depth - 1)))}]",
        };

    private string Members(int depth) => string.Join(',', Some(s_names).Select(name => $"{Quoted(name)}:{Inner(depth - 1)}"));

    private string Names() => string.Join(',', Some(s_names).Select(Quoted));

    private string Count() => random.Next(5).ToString(CultureInfo.InvariantCulture);

    private string[] Some(string[] of) => [.. of.Where(_ => random.Next(3) == 0)];

    private string Pick(params string[] of) => of[random.Next(of.Length)];

    // Now and then with an escape that changes nothing.
    private string Quoted(string text) =>
        "\""
        + (
            text.Length > 0 && char.IsAsciiLetter(text[0]) && random.Next(6) == 0
                ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)text[0]:x4}{text[1..]}")
                : text)
        + "\"";
}
