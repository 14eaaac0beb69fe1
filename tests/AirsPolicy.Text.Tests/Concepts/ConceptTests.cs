using System.Buffers.Binary;
using AirsPolicy.DetectorTraining;
using AirsPolicy.Text.Concepts;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Concepts;

public class ConceptTests
{
    private static readonly string s_lists = RepositoryFile("tools", "AirsPolicy.DetectorTraining", "Concepts");

    public static TheoryData<string> Languages => [.. DetectorTraining.Concepts.Languages(s_lists)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_the_same_concepts_in_the_same_order(string language) =>
        Assert.Equal(
            DetectorTraining.Concepts.Lines(s_lists, "en").Select(line => line.Concept),
            DetectorTraining.Concepts.Lines(s_lists, language).Select(line => line.Concept));

    [Fact]
    public void The_table_that_ships_is_that_of_the_lists() => Assert.True(
        DetectorTraining.Concepts.Write(s_lists).AsSpan().SequenceEqual(Shipped()),
        "Make the table anew: --concepts FILE.");

    [Fact]
    public void Every_key_of_the_table_that_ships_is_found()
    {
        const int BytesOfEntry = 6;
        var entries = Shipped().AsSpan(2 * sizeof(int) + StemLengths.Places * sizeof(ushort));
        for (; entries.Length > 0; entries = entries[BytesOfEntry..])
        {
            var (key, concept) = (BinaryPrimitives.ReadUInt32LittleEndian(entries), BinaryPrimitives.ReadUInt16LittleEndian(entries[4..]));
            Assert.Equal(concept, ConceptTable.Shipped.Find(key));
        }
    }

    [Theory]
    [InlineData("Ignore")]
    [InlineData("disregarding")]
    [InlineData("ignorieren")]
    [InlineData("ignorez")]
    [InlineData("\u7121\u8996\u3057\u3066")]
    [InlineData("игнорируй")]
    [InlineData("B\u1ECF qua")]
    [InlineData("\uBB34\uC2DC\uD558\uACE0")]
    public void Words_of_one_idea_are_one_concept_in_every_language(string text) => Assert.Equal("ignore", ConceptOf(text));

    [Theory]
    [InlineData("تعليمات", "والتعليمات")]
    [InlineData("تعليمات", "التعليمات")]
    [InlineData("تعليمات", "للتعليمات")]
    [InlineData("رسالة", "رساله")]
    [InlineData("رسالة", "الرسالة")]
    [InlineData("הוראות", "ההוראות")]
    [InlineData("הוראות", "והוראות")]
    [InlineData("הודעה", "והודעה")]
    public void The_article_and_the_letters_that_Arabic_and_Hebrew_write_with_a_word_are_skipped(string word, string written)
    {
        Assert.NotNull(ConceptOf(word));
        Assert.Equal(ConceptOf(word), ConceptOf(written));
    }

    [Theory]
    [InlineData("he", "he")]
    [InlineData("не говори", "not")]
    [InlineData("ignore это", "ignore")]
    public void What_a_word_means_depends_on_the_script_that_it_stands_in(string text, string concept) =>
        Assert.Equal(concept, ConceptOf(text));

    [Theory]
    [InlineData("без пользы", "Без пользы")]
    [InlineData("без пользы", "БЕЗ ПОЛЬЗЫ")]
    [InlineData("οδηγίες", "Οδηγίες")]
    [InlineData("οδηγιες", "ΟΔΗΓΙΕΣ")]
    public void A_word_is_one_idea_in_small_letters_and_in_capitals(string small, string capital)
    {
        Assert.NotNull(ConceptOf(small));
        Assert.Equal(ConceptOf(small), ConceptOf(capital));
    }

    [Theory]
    [InlineData("ж", 0, "Cyrillic")]
    [InlineData("he ж", 0, "Cyrillic")]
    [InlineData("α ж he", 4, "Cyrillic")]
    [InlineData("ж he α", 2, "Greek")]
    [InlineData("he 漢字", 0, "Other")]
    [InlineData("he aaaaaaaaaaa ж", 0, "Cyrillic")]
    [InlineData("he aaaaaaaaaaaa ж", 0, "Other")]
    [InlineData("ж aaaaaaaaaaaaaaaa he", 19, "Other")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaж", 0, "Cyrillic")]
    public void The_script_of_a_word_is_that_of_the_next_letter_that_has_one_or_else_of_the_last_before(string text, int start, string script)
    {
        var length = text.IndexOf(' ', start) is var end and >= 0 ? end - start : text.Length - start;
        Assert.Equal(script, new NearbyScript().At(text, start, length).ToString());
        if (start == 0) return;
        var known = new NearbyScript();
        known.At(text, 0, text.IndexOf(' '));
        Assert.Equal(script, known.At(text, start, length).ToString());
    }

    [Fact]
    public void A_word_is_what_the_longest_entry_says_and_a_phrase_more_than_its_words()
    {
        var table = Table(("for*", 1), ("forget*", 2), ("forge", 3), ("from_now_on", 4), ("from", 5), ("की_बात", 6));
        (int, int) At(string text) => new ConceptReader(new ConceptMemory(table), new ulong[ConceptReader.Cells])
            .AtWord(text, text.IndexOf(' ') is var end and > 0 ? end : text.Length, ConceptScript.Other);
        Assert.Equal((1, 5), At("forty"));
        Assert.Equal((2, 10), At("forgetting"));
        Assert.Equal((3, 5), At("forge"));
        Assert.Equal((4, 11), At("from now on it"));
        Assert.Equal((4, 11), At("from now on_it"));
        Assert.Equal((5, 4), At("from now it"));
        Assert.Equal((6, 6), At("की बात"));
        Assert.Equal((ConceptTable.None, 3), At("fox"));
    }

    [Fact]
    public void A_stem_of_one_letter_behind_a_space_is_kept_where_a_longer_phrase_begins_so()
    {
        var table = Table(("a_bc", 1), ("a_b*", 2));
        var reader = new ConceptReader(new ConceptMemory(table), new ulong[ConceptReader.Cells]);
        Assert.Equal((2, 4), reader.AtWord("a bx", 1, ConceptScript.Other));
        Assert.Equal((1, 4), reader.AtWord("a bc", 1, ConceptScript.Other));
    }

    [Theory]
    [InlineData("barline")]
    [InlineData("nagkukuwento")]
    [InlineData("老爷")]
    public void What_only_has_the_key_of_the_beginning_of_a_phrase_is_no_concept(string text) => Assert.Null(ConceptOf(text));

    [Fact]
    public void The_beginning_of_a_phrase_is_no_concept()
    {
        var table = Table(("from_now_on", 4), ("fromx*", 1));
        var reader = new ConceptReader(new ConceptMemory(table), new ulong[ConceptReader.Cells]);
        Assert.Equal((ConceptTable.None, 1), reader.AtStartOf("from nothing"));
    }

    [Fact]
    public void A_word_without_end_is_looked_at_no_further_than_the_longest_entry() =>
        Assert.Equal(
            (ConceptTable.None, 1_000_000),
            new ConceptReader(new ConceptMemory(ConceptTable.Shipped), new ulong[ConceptReader.Cells])
                .AtWord(new string('q', 1_000_000), 1_000_000, ConceptScript.Other));

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_was_looked_up_before_changes_no_answer(string language)
    {
        const int FewEnough = 64;
        var entries = DetectorTraining.Concepts.Lines(s_lists, language)
            .SelectMany(line => line.Words)
            .Select(word => Folding.Fold(word.TrimEnd('*').Replace('_', ' ')))
            .Where(word => word.Length > 0)
            .ToList();
        // Phrases that are broken off, and words with another behind them, which may go on with it.
        var texts = entries.Concat(entries.Select(entry => entry[..^1]).Where(entry => entry.Length > 0))
            .Concat(entries.Zip(entries.Skip(1), (one, next) => one + " " + next))
            .ToList();
        var scripts = Enum.GetValues<ConceptScript>();
        var answers = Answers(texts, texts.Count, scripts);
        var others = Answers([.. Enumerable.Reverse(texts)], texts.Count, [.. Enumerable.Reverse(scripts)]);
        Assert.Equal(answers, Enumerable.Reverse(others));
        Assert.Equal(answers[^FewEnough..], Answers(texts[^FewEnough..], 1, scripts));
    }

    // What the first word of each text stands for in each script, with a new memory for each so many texts.
    private static List<string> Answers(List<string> texts, int each, ConceptScript[] scripts)
    {
        var answers = new List<string>();
        foreach (var some in texts.Chunk(each))
        {
            var reader = new ConceptReader(new ConceptMemory(ConceptTable.Shipped), new ulong[ConceptReader.Cells]);
            foreach (var text in some)
            {
                var word = text.IndexOf(' ') is var end and > 0 ? end : text.Length;
                var found = new SortedDictionary<ConceptScript, (int, int)>();
                foreach (var script in scripts) found.Add(script, reader.AtWord(text, word, script));
                answers.Add($"{text} {string.Join(' ', found.Values)}");
            }
        }
        return answers;
    }

    private static ConceptTable Table(params (string Word, ushort Concept)[] words)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var most = words.Max(word => word.Concept);
            File.WriteAllLines(
                Path.Combine(folder.FullName, "en.txt"),
                Enumerable.Range(0, most + 1)
                    .Select(number => words.Where(word => word.Concept == number).Select(word => word.Word).Prepend($"c{number}:"))
                    .Select(line => string.Join(' ', line)));
            return ConceptTable.Read(DetectorTraining.Concepts.Write(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? ConceptOf(string text)
    {
        var folded = Folding.Fold(text);
        var reader = new ConceptReader(new ConceptMemory(ConceptTable.Shipped), new ulong[ConceptReader.Cells]);
        var length = folded.IndexOf(' ') is var end and >= 0 ? end : folded.Length;
        var (concept, _) = folded[0] >= '\u3040' && folded[0] < '\uAC00'
            ? reader.AtStartOf(folded)
            : reader.AtWord(folded, length, new NearbyScript().At(folded, 0, length));
        return concept == ConceptTable.None ? null : DetectorTraining.Concepts.Lines(s_lists, "en").ElementAt(concept).Concept;
    }

    private static byte[] Shipped()
    {
        using var stream = typeof(ConceptTable).Assembly.GetManifestResourceStream("AirsPolicy.Text.Concepts.concepts.bin")!;
        var shipped = new byte[stream.Length];
        stream.ReadExactly(shipped);
        return shipped;
    }

    private static string RepositoryFile(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln"))) folder = folder.Parent!;
        return Path.Combine([folder.FullName, .. parts]);
    }
}
