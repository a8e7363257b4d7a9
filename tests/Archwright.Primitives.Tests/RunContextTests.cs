namespace Archwright.Primitives.Tests;

public class RunContextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_index_is_done_once_on_any_number_of_threads(int threads)
    {
        int[] done = new int[500];

        new RunContext(threads).For(done.Length, i => Interlocked.Increment(ref done[i]));

        done.ShouldAllBe(d => d == 1);
    }

    [Fact]
    public void No_call_waits_behind_a_long_one_while_a_thread_is_free()
    {
        const int calls = 60;
        using var others = new CountdownEvent(calls - 1);

        new RunContext(2).For(calls, i =>
        {
            if (i == 40)
                others.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            else
                others.Signal();
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_a_call_throws_is_thrown_as_it_is_and_no_more_is_begun(int threads)
    {
        int begun = 0;

        Should.Throw<IOException>(() => new RunContext(threads).For(100_000, _ =>
        {
            Interlocked.Increment(ref begun);
            throw new IOException("disk full");
        }));

        begun.ShouldBeLessThanOrEqualTo(threads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_cancelled_run_stops(int threads)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => new RunContext(threads, cancel: source.Token).For(10, _ => { }));
    }

    [Fact]
    public void Random_sources_are_told_apart_by_purpose_alone()
    {
        var context = new RunContext(seed: 9);

        context.Random("a").NextBits().ShouldBe(new RunContext(4, seed: 9).Random("a").NextBits());
        context.Random("a").NextBits().ShouldNotBe(context.Random("b").NextBits());
    }

    [Fact]
    public void Progress_reaches_whoever_listens()
    {
        var heard = new List<StageProgress>();

        new RunContext(report: heard.Add).Report("staging", 0.5, "tooth 11");

        heard.ShouldBe([new StageProgress("staging", 0.5, "tooth 11")]);
        Should.Throw<ArgumentException>(() => new RunContext(0));
    }
}
