/*
 * Elliptic curve keys: made out of a generator, read, written and compared.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "curves.h"

/* mbedtls_ecp_write_key() is old, and still called. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static void show_pair(const char *what, const mbedtls_ecp_keypair *key)
{
    printf("  %s: number %d\n", what,
           (int) mbedtls_ecp_keypair_get_group_id(key));
    show_number("d", &key->d);
    show_point("Q", &key->Q);
}

static void make(mbedtls_ecp_group_id id)
{
    mbedtls_ecp_keypair key;
    mbedtls_ecp_group group;
    mbedtls_ecp_point point;
    mbedtls_mpi number;
    unsigned char state = 0;

    mbedtls_ecp_keypair_init(&key);
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&point);
    mbedtls_mpi_init(&number);
    show("make", mbedtls_ecp_gen_key(id, &key, counting, &state));
    show_pair("made", &key);
    show("is it private", mbedtls_ecp_check_privkey(&key.grp, &key.d));
    show("is it public", mbedtls_ecp_check_pubkey(&key.grp, &key.Q));

    show("load", mbedtls_ecp_group_load(&group, id));
    state = 100;
    show("make", mbedtls_ecp_gen_privkey(&group, &number, counting, &state));
    show_number("made", &number);
    state = 200;
    show("make",
         mbedtls_ecp_gen_keypair(&group, &number, &point, counting, &state));
    show_number("d", &number);
    show_point("Q", &point);
    state = 0;
    show("make with another base point",
         mbedtls_ecp_gen_keypair_base(&group, &key.Q, &number, &point,
                                      counting, &state));
    show_number("d", &number);
    show_point("Q", &point);
    show("the generator fails",
         mbedtls_ecp_gen_key(id, &key, failing, NULL));
    show("the generator fails",
         mbedtls_ecp_gen_privkey(&group, &number, failing, NULL));
    show("zeros", mbedtls_ecp_gen_privkey(&group, &number, zeros, NULL));
    show("ones", mbedtls_ecp_gen_privkey(&group, &number, ones, NULL));
    mbedtls_ecp_keypair_free(&key);
    mbedtls_ecp_keypair_free(&key);
    mbedtls_ecp_group_free(&group);
    mbedtls_ecp_point_free(&point);
    mbedtls_mpi_free(&number);
}

static void write(mbedtls_ecp_keypair *key, size_t len)
{
    unsigned char buffer[80];
    size_t olen = 77, room, rooms[4];

    rooms[0] = 0;
    rooms[1] = len - 1;
    rooms[2] = len;
    rooms[3] = sizeof(buffer);
    for (room = 0; room < COUNT(rooms); room++) {
        int ret;

        memset(buffer, 0x55, sizeof(buffer));
        printf("  room for %u\n", (unsigned) rooms[room]);
        ret = mbedtls_ecp_write_key_ext(key, &olen, buffer, rooms[room]);
        show("write", ret);
        printf("  length %u\n", (unsigned) olen);
        show_bytes("written", buffer, rooms[room]);
        memset(buffer, 0x55, sizeof(buffer));
        ret = mbedtls_ecp_write_key(key, buffer, rooms[room]);
        show("write in the old way", ret);
        if (ret == 0) {
            show_bytes("written", buffer, rooms[room]);
        }
    }
}

static void read(mbedtls_ecp_group_id id, size_t len)
{
    unsigned char buffer[80];
    mbedtls_ecp_keypair key;
    unsigned char state = 0;
    size_t lens[6], i;
    int fill, ret;

    mbedtls_ecp_keypair_init(&key);
    lens[0] = 0;
    lens[1] = 1;
    lens[2] = len - 1;
    lens[3] = len;
    lens[4] = len + 1;
    lens[5] = sizeof(buffer);
    for (fill = 0; fill < 256; fill += 85) {
        memset(buffer, fill, sizeof(buffer));
        for (i = 0; i < COUNT(lens); i++) {
            printf("  %u bytes %02x\n", (unsigned) lens[i], (unsigned) fill);
            ret = mbedtls_ecp_read_key(id, &key, buffer, lens[i]);
            show("read", ret);
            show_number("d", &key.d);
            if (ret == 0) {
                write(&key, len);
                show("public", mbedtls_ecp_keypair_calc_public(&key, counting,
                                                               &state));
                show_point("public", &key.Q);
            }
        }
    }
    show("no generator", mbedtls_ecp_keypair_calc_public(&key, NULL, NULL));
    mbedtls_ecp_keypair_free(&key);
}

static void compare(mbedtls_ecp_group_id id, mbedtls_ecp_group_id other)
{
    mbedtls_ecp_keypair key, copy;
    mbedtls_ecp_group group;
    mbedtls_ecp_point point;
    mbedtls_mpi number;
    unsigned char state = 0;

    mbedtls_ecp_keypair_init(&key);
    mbedtls_ecp_keypair_init(&copy);
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&point);
    mbedtls_mpi_init(&number);
    show("nothing with nothing",
         mbedtls_ecp_check_pub_priv(&copy, &copy, counting, &state));
    show("export nothing",
         mbedtls_ecp_export(&key, &group, &number, &point));
    show("export no curve", mbedtls_ecp_export(&key, NULL, &number, &point));
    show_number("d", &number);
    show_point("Q", &point);
    state = 0;
    show("make", mbedtls_ecp_gen_key(id, &key, counting, &state));
    show("itself", mbedtls_ecp_check_pub_priv(&key, &key, counting, &state));
    show("no generator", mbedtls_ecp_check_pub_priv(&key, &key, NULL, NULL));
    show("nothing", mbedtls_ecp_check_pub_priv(&copy, &key, counting, &state));
    show("set public", mbedtls_ecp_set_public_key(id, &copy, &key.Q));
    show_pair("set", &copy);
    show("public half", mbedtls_ecp_check_pub_priv(&copy, &key, counting,
                                                   &state));
    show("the other way", mbedtls_ecp_check_pub_priv(&key, &copy, counting,
                                                     &state));
    show("another curve", mbedtls_ecp_set_public_key(other, &copy, &key.Q));
    show("set again", mbedtls_ecp_set_public_key(id, &copy, &key.grp.G));
    show("another point", mbedtls_ecp_check_pub_priv(&copy, &key, counting,
                                                     &state));
    show("change", mbedtls_ecp_copy(&key.Q, &key.grp.G));
    show("wrong public half of its own",
         mbedtls_ecp_check_pub_priv(&copy, &key, counting, &state));
    show("export", mbedtls_ecp_export(&key, &group, &number, &point));
    printf("  number %d\n", (int) group.id);
    show("same number", mbedtls_mpi_cmp_mpi(&number, &key.d));
    show("same point", mbedtls_ecp_point_cmp(&point, &key.Q));
    show("export nothing of it", mbedtls_ecp_export(&key, NULL, NULL, NULL));
    mbedtls_ecp_keypair_free(&key);
    mbedtls_ecp_keypair_free(&copy);
    mbedtls_ecp_group_free(&group);
    mbedtls_ecp_point_free(&point);
    mbedtls_mpi_free(&number);
}

static void without_a_curve(void)
{
    mbedtls_ecp_keypair key;
    unsigned char buffer[8], state = 0;
    size_t olen = 77;

    printf("without a curve\n");
    mbedtls_ecp_keypair_init(&key);
    printf("  number %d\n", (int) mbedtls_ecp_keypair_get_group_id(&key));
    show("make", mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_NONE, &key, counting,
                                     &state));
    show("read", mbedtls_ecp_read_key(MBEDTLS_ECP_DP_NONE, &key, buffer, 8));
    show("write", mbedtls_ecp_write_key(&key, buffer, 8));
    show("write", mbedtls_ecp_write_key_ext(&key, &olen, buffer, 8));
    printf("  length %u\n", (unsigned) olen);
    show("set", mbedtls_mpi_lset(&key.d, 1));
    show("write", mbedtls_ecp_write_key_ext(&key, &olen, buffer, 8));
    show("write", mbedtls_ecp_write_public_key(&key, 0, &olen, buffer, 8));
    show("calc public",
         mbedtls_ecp_keypair_calc_public(&key, counting, &state));
    show("set public", mbedtls_ecp_set_public_key(MBEDTLS_ECP_DP_NONE, &key,
                                                  &key.Q));
    mbedtls_ecp_keypair_free(&key);
    mbedtls_ecp_keypair_free(NULL);
}

int main(void)
{
    size_t i;

    for (i = 0; i < COUNT(curves); i++) {
        mbedtls_ecp_group group;

        printf("%s\n", curves[i].name);
        mbedtls_ecp_group_init(&group);
        show("load", mbedtls_ecp_group_load(&group, curves[i].id));
        make(curves[i].id);
        read(curves[i].id, (group.nbits + 7) / 8);
        compare(curves[i].id, curves[(i + 1) % COUNT(curves)].id);
        mbedtls_ecp_group_free(&group);
    }
    without_a_curve();
    return 0;
}
