/* Clones a repository with libgit2: clone URL FOLDER [AUTHORITIES]. */
#include <git2.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    git_repository *repository = NULL;
    int code;

    if (argc < 3)
        return 2;
    git_libgit2_init();
    if (argc > 3)
        git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, argv[3], NULL);
    code = git_clone(&repository, argv[1], argv[2], NULL);
    if (code < 0) {
        const git_error *error = git_error_last();
        printf("%d: %s\n", code, error ? error->message : "no words");
    } else {
        printf("cloned\n");
    }
    git_repository_free(repository);
    git_libgit2_shutdown();
    return code < 0;
}
