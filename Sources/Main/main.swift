import AutogenCLI

#if canImport(Glibc)
    import CAllocator
    // Nearly always one thread works at a time, wherever it runs: a heap for each would cost more pages than one costs locks.
    mallopt(M_ARENA_MAX, 1)
#endif

await AutogenCommandLine.main()
