using System.Buffers;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Texts that stand where a secret would: variables, words for one, samples of documentation.</summary>
internal static class Placeholders
{
    // From so many characters that rise by one, or are the same, on nobody has drawn them.
    private const int LongestSequence = 6, LongestRepetition = 5;

    private static readonly SearchValues<string> s_words = SearchValues.Create(
        [
            "example",
            "sample",
            "xxxx",
            "placeholder",
            "your",
            "changeme",
            "change_me",
            "change-me",
            "replace",
            "insert",
            "dummy",
            "redacted",
            "token_here",
            "tokenhere",
            "key_here",
            "keyhere",
            "stringhere",
            "secret_here",
            "foobar",
            "lorem",
            "<",
            "${",
            "$(",
            "{{",
            "%(",
            "...",
            "***",
            "\u2026",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_passwords =
    [
        "password",
        "passwd",
        "pass",
        "pwd",
        "pw",
        "secret",
        "token",
        "user",
        "username",
        "test",
        "admin",
        "root",
        "guest",
        "postgres",
        "mysql",
        "key",
        "apikey",
        "api_key",
        "none",
        "null",
        "x",
        "xx",
        "xxx",
        "yyy",
        "foo",
        "bar",
        "abc",
    ];

    /// <summary>Whether a value was written to show where one belongs.</summary>
    public static bool Is(ReadOnlySpan<char> value) => value.ContainsAny(s_words) || IsSequence(value);

    /// <summary>Whether what stands at the place of a password is none: a variable, or a word that says that there is one.</summary>
    /// <param name="password">The password.</param>
    /// <param name="user">The user beside it, or nothing.</param>
    public static bool IsPassword(ReadOnlySpan<char> password, ReadOnlySpan<char> user)
    {
        if (password.Length < 3
            || password[0] is '$' or '%' or '{' or '[' or '(' or '*'
            || Is(password)
            || password.Equals(user, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var word in s_passwords)
        {
            if (password.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    // A run of one character, or one that counts up, such as 123456 or abcdef; hexadecimal values draw four in a row often enough.
    private static bool IsSequence(ReadOnlySpan<char> value)
    {
        int rising = 1, same = 1;
        for (var i = 1; i < value.Length; i++)
        {
            rising = value[i] == value[i - 1] + 1 ? rising + 1 : 1;
            same = value[i] == value[i - 1] ? same + 1 : 1;
            if (rising >= LongestSequence || same >= LongestRepetition) return true;
        }
        return false;
    }
}
